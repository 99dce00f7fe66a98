import { watchFaces } from './support/faces';
import { story } from './support/story';

const stage = story();
const { open, select, expectFace } = stage;

/** How many requests the pane has made in the Graph dialect. */
const batches = async (): Promise<number> =>
  (await stage.control.log()).filter(({ method }) => method === 'POST').length;

test('selecting a message shows its sender, and following the selection shows the next one', async () => {
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await select('diego@contoso.com');
  await expectFace('diego@contoso.com', 'Diego Siciliani');
});

test.each([0, 150])('ten quick switches, the service answering after %i ms: never a wrong face', async (latency) => {
  await stage.control.patch({ latency });
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  const faces = await watchFaces(stage);
  const round = [
    'diego@contoso.com',
    'pat+news@contoso.com',
    'isaiah@contoso.com',
    "miriam.o'brien@contoso.com",
    'megan@contoso.com',
  ];
  for (const item of [...round, ...round, 'from-lynne']) await select(item);
  await expectFace('lynne@contoso.com', 'Lynne Robbins');
  // Hers, and mine among those who received it.
  expect(await stage.pane.locator('img').count()).toBe(2);
  const seen = await faces.seen();
  expect(seen.map(({ name }) => name)).toContain('Lynne Robbins');
  expect(seen.filter(({ right }) => !right)).toEqual([]);
});

test('the selection is followed also where ItemChanged never comes', async () => {
  await open('?itemChanged=missing');
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await select('diego@contoso.com');
  await expectFace('diego@contoso.com', 'Diego Siciliani');
});

test('an ItemChanged that comes twice reads the photo once', async () => {
  await open('?itemChanged=double');
  await expectFace('megan@contoso.com', 'Megan Bowen');
  const before = await batches();
  await select('diego@contoso.com');
  await expectFace('diego@contoso.com', 'Diego Siciliani');
  expect(await batches()).toBe(before + 1);
});

test.each([
  ['isaiah@contoso.com', 'No photo was set.'],
  ['olivia@elsewhere.example', 'Not in your organization'],
  ['nora@contoso.com', 'No mailbox'],
  ['otto@contoso.com', 'your company’s own server'],
  ['frank@contoso.com', 'does not allow'],
])('%s: the reason is said in words: %s', async (item, words) => {
  await open(`?item=${encodeURIComponent(item)}`);
  const card = stage.pane.locator('section').filter({ has: stage.page.getByRole('heading', { level: 2 }) });
  await card.getByText(words).waitFor();
  expect(await card.locator('img').count()).toBe(0);
});

test('sent on behalf: owner and delegate are both shown, labelled', async () => {
  await open('?item=on-behalf');
  await expectFace('lynne@contoso.com', 'Lynne Robbins');
  await stage.pane.getByRole('button', { name: /Sent by.*Megan Bowen/ }).waitFor();
  await stage.pane.getByText('on behalf of').waitFor();
});

test('a message from me says so', async () => {
  await open('?item=mine');
  await expectFace('adele@contoso.com', 'Adele Vance');
  await stage.pane.getByText('you', { exact: true }).waitFor();
});

test.each([
  ['none', 'No message is selected'],
  ['draft', 'Draft'],
  ['appointment', 'Organizer'],
  ['meeting', 'Meeting request'],
])('%s has a calm state of its own', async (item, words) => {
  await open(`?item=${item}`);
  await stage.pane.getByText(words, { exact: true }).waitFor();
});

test('several selected messages are counted; none, and one again, are followed', async () => {
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  const second = stage.page.locator('[data-item="diego@contoso.com"]');
  await second.click({ modifiers: ['Control'] });
  await stage.pane.getByText('2 messages are selected').waitFor();
  await stage.page.locator('[data-item="megan@contoso.com"]').click({ modifiers: ['Control'] });
  await expectFace('diego@contoso.com', 'Diego Siciliani');
  await second.click({ modifiers: ['Control'] });
  await stage.pane.getByText('No message is selected').waitFor();
});

test.each(['graph-beta', 'outlook-v2.0', 'outlook-beta'])('%s shows the same face', async (dialect) => {
  await open(`?dialect=${dialect}`);
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('a person whose photo was read before is there again without a request', async () => {
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
  await select('diego@contoso.com');
  await expectFace('diego@contoso.com', 'Diego Siciliani');
  const before = await batches();
  await select('megan@contoso.com');
  await expectFace('megan@contoso.com', 'Megan Bowen');
  expect(await batches()).toBe(before);
});

test('the other account sees its own mailbox, and nobody of the first organisation', async () => {
  await open('?account=nina%40fabrikam.com&item=mine');
  await stage.pane.getByText('Nina Torres').first().waitFor();
  await stage.pane.locator('img').waitFor();
  await select('megan@contoso.com');
  await stage.pane.getByText('Not in your organization').waitFor();
});

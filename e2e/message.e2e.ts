import { watchFaces } from './support/faces';
import { people } from './support/people';
import { expect, test } from './support/story';

const { adele, diego, isaiah, lynne, megan, miriam, pat } = people;

for (const latency of [0, 150]) {
  test(`ten quick switches with responses after ${latency} ms never show a wrong face`, async ({
    outlook,
    control,
  }) => {
    await control.patch({ latency });
    await outlook.open();
    await outlook.expectFace(megan);
    const faces = await watchFaces(outlook);
    const round = [diego, pat, isaiah, miriam, megan].map(({ address }) => address);
    for (const item of [...round, ...round, 'from-lynne']) await outlook.select(item);
    await outlook.expectFace(lynne);
    // Hers as the sender, and mine among the recipients.
    await expect(outlook.pane.locator('img')).toHaveCount(2);
    const drawn = await faces.drawn();
    expect(drawn.map(({ name }) => name)).toContain(lynne.name);
    expect(drawn.filter(({ right }) => !right)).toEqual([]);
  });
}

test('the pane follows the selection where ItemChanged never comes', async ({ outlook }) => {
  await outlook.open('?itemChanged=missing');
  await outlook.expectFace(megan);
  await outlook.select(diego.address);
  await outlook.expectFace(diego);
});

test('an ItemChanged that comes twice reads the photo once', async ({ outlook }) => {
  await outlook.open('?itemChanged=double');
  await outlook.expectFace(megan);
  const before = await outlook.batches();
  await outlook.select(diego.address);
  await outlook.expectFace(diego);
  expect(await outlook.batches()).toBe(before + 1);
  await test.step('a photo that was read before is shown again without a request', async () => {
    await outlook.select(megan.address);
    await outlook.expectFace(megan);
    expect(await outlook.batches()).toBe(before + 1);
  });
});

test('each kind of item says whose face is shown: mine, sent on behalf, a draft, an appointment, a meeting', async ({
  outlook,
  pane,
  page,
}) => {
  await outlook.open('?item=on-behalf');
  await outlook.expectFace(lynne);
  const delegate = 'Sent by Megan Bowen on behalf of Lynne Robbins megan@contoso.com';
  await expect(pane.getByRole('button', { name: delegate })).toBeVisible();
  await outlook.select('mine');
  await outlook.expectFace(adele);
  await expect(pane.getByText('you', { exact: true })).toBeVisible();
  for (const [item, text] of [
    ['draft', 'Draft'],
    ['appointment', 'Organizer'],
    ['meeting', 'Meeting request'],
  ] as const) {
    await outlook.select(item);
    await expect(pane.getByText(text, { exact: true })).toBeVisible();
  }
  await test.step('without a photo the card gives the reason; a name with markup is shown as text', async () => {
    for (const [{ name, address }, reason] of [
      [people.isaiah, 'No photo was set.'],
      [people.olivia, 'Not in your organization'],
      [people.nora, 'No mailbox'],
      [people.otto, 'your company’s own server'],
      [people.frank, 'does not allow'],
    ] as const) {
      await test.step(name, async () => {
        await outlook.select(address);
        const card = pane.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) });
        await expect(card.getByText(reason)).toBeVisible();
        await expect(card.locator('img')).toHaveCount(0);
      });
    }
    await outlook.select(people.markup.address);
    await expect(pane.getByText(people.markup.name).filter({ visible: true })).toBeVisible();
  });
});

test('every dialect shows the same face', async ({ outlook, control }) => {
  for (const [dialect, root] of [
    ['graph-beta', /^\/beta\//],
    ['outlook-v2.0', /^\/api\/v2\.0\//],
    ['outlook-beta', /^\/api\/beta\//],
  ] as const) {
    await test.step(dialect, async () => {
      await control.reset();
      await outlook.open(`?dialect=${dialect}`);
      await outlook.expectFace(megan);
      expect((await control.log()).map(({ path }) => path)).toContainEqual(expect.stringMatching(root));
    });
  }
});

test('another account sees its own mailbox, and no people of the first organization', async ({ outlook, pane }) => {
  await outlook.open('?account=nina%40fabrikam.com&item=mine');
  await expect(pane.getByText(people.nina.name).first()).toBeVisible();
  await expect(pane.locator('img')).toBeVisible();
  await outlook.select(megan.address);
  await expect(pane.getByText('Not in your organization')).toBeVisible();
});

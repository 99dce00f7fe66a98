import { watchFaces } from './support/faces';
import { people } from './support/people';
import { expect, test } from './support/story';

const { adele, diego, isaiah, lynne, megan, miriam, pat } = people;

test('the pane shows the sender of the selected message, and of the next one', async ({ outlook }) => {
  await outlook.open();
  await outlook.expectFace(megan);
  await outlook.select(diego.address);
  await outlook.expectFace(diego);
});

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
});

for (const [{ name, address }, reason] of [
  [people.isaiah, 'No photo was set.'],
  [people.olivia, 'Not in your organization'],
  [people.nora, 'No mailbox'],
  [people.otto, 'your company’s own server'],
  [people.frank, 'does not allow'],
] as const) {
  test(`without a photo of ${name} the card gives the reason: ${reason}`, async ({ outlook, pane, page }) => {
    await outlook.open(`?item=${encodeURIComponent(address)}`);
    const card = pane.locator('section').filter({ has: page.getByRole('heading', { level: 2 }) });
    await expect(card.getByText(reason)).toBeVisible();
    await expect(card.locator('img')).toHaveCount(0);
  });
}

test('a message sent on behalf shows owner and delegate, labelled', async ({ outlook, pane }) => {
  await outlook.open('?item=on-behalf');
  await outlook.expectFace(lynne);
  const delegate = 'Sent by Megan Bowen on behalf of Lynne Robbins megan@contoso.com';
  await expect(pane.getByRole('button', { name: delegate })).toBeVisible();
});

test('a message from me has the badge "you"', async ({ outlook, pane }) => {
  await outlook.open('?item=mine');
  await outlook.expectFace(adele);
  await expect(pane.getByText('you', { exact: true })).toBeVisible();
});

for (const [item, text] of [
  ['draft', 'Draft'],
  ['appointment', 'Organizer'],
  ['meeting', 'Meeting request'],
] as const) {
  test(`the item "${item}" has a state of its own: ${text}`, async ({ outlook, pane }) => {
    await outlook.open(`?item=${item}`);
    await expect(pane.getByText(text, { exact: true })).toBeVisible();
  });
}

test('several selected messages are counted; none, and one again, are followed', async ({ outlook, pane }) => {
  await outlook.open('?permission=ReadWriteMailbox');
  await outlook.expectFace(megan);
  await outlook.toggle(diego.address);
  await expect(pane.getByText('2 messages are selected')).toBeVisible();
  await outlook.toggle(megan.address);
  await outlook.expectFace(diego);
  await outlook.toggle(diego.address);
  await expect(pane.getByText('No message is selected')).toBeVisible();
});

for (const dialect of ['graph-beta', 'outlook-v2.0', 'outlook-beta']) {
  test(`the dialect ${dialect} shows the same face`, async ({ outlook }) => {
    await outlook.open(`?dialect=${dialect}`);
    await outlook.expectFace(megan);
  });
}

test('a photo that was read before is shown again without a request', async ({ outlook }) => {
  await outlook.open();
  await outlook.expectFace(megan);
  await outlook.select(diego.address);
  await outlook.expectFace(diego);
  const before = await outlook.batches();
  await outlook.select(megan.address);
  await outlook.expectFace(megan);
  expect(await outlook.batches()).toBe(before);
});

test('another account sees its own mailbox, and no people of the first organization', async ({ outlook, pane }) => {
  await outlook.open('?account=nina%40fabrikam.com&item=mine');
  await expect(pane.getByText(people.nina.name).first()).toBeVisible();
  await expect(pane.locator('img')).toBeVisible();
  await outlook.select(megan.address);
  await expect(pane.getByText('Not in your organization')).toBeVisible();
});

import type { FrameLocator, Locator } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from './support/accessible';
import { inEachLook } from './support/looks';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import { expect, test } from './support/story';

// Look up before anything is typed: the people of what is selected, and those who were looked up last.

const { adele, diego, isaiah, joni, lynne, megan, olivia } = people;

function field(pane: FrameLocator): Locator {
  return pane.getByRole('combobox');
}

/** The names in one of the two lists. */
function names(pane: FrameLocator, list: string): Locator {
  return pane.getByRole('region', { name: list }).locator('[data-name]');
}

async function openLookUp(outlook: Outlook, query: string): Promise<void> {
  await outlook.open(query);
  await expect(outlook.pane.getByRole('tab')).toHaveCount(3);
  await outlook.pane.getByRole('tab').nth(2).click();
}

/** `name`: the person's, where the directory is asked for it. */
async function lookUp(pane: FrameLocator, address: string, name = address): Promise<void> {
  await field(pane).fill(address);
  await field(pane).press('Enter');
  await expect(pane.getByRole('heading', { level: 2, name })).toBeVisible();
}

test('the people of the selected message are there with their faces, without a request', async ({
  outlook,
  control,
  pane,
}) => {
  await outlook.open('?item=group');
  await outlook.expectFace(megan);
  await expect(pane.locator('[data-person] img').first()).toBeVisible();
  await expect(pane.getByText('Looking for the photo')).toHaveCount(0);
  await expect.poll(() => outlook.batches()).toBeGreaterThan(0);
  await control.reset();
  await pane.getByRole('tab', { name: 'Look up' }).click();
  // The list among the recipients has no photo, and is in no directory of people.
  await expect(names(pane, 'In this message')).toHaveText(
    [megan, adele, diego, olivia, joni, isaiah].map(({ name }) => name),
  );
  await expect(pane.getByRole('region', { name: 'In this message' }).locator('img')).toHaveCount(4);
  // A later request, so that an earlier one would be in the log.
  await lookUp(pane, lynne.address);
  await expect(pane.getByRole('region', { name: lynne.address }).locator('img')).toBeVisible();
  const asked = (await control.log()).filter(({ method }) => method === 'PART').map(({ path }) => path);
  expect(asked.filter((path) => !path.includes(encodeURIComponent(lynne.address)))).toEqual([]);
  expect(asked).not.toEqual([]);
});

test('a row shows the person, Clear brings back the lists: the people of any item, and those looked up last', async ({
  outlook,
  page,
  pane,
}) => {
  await openLookUp(outlook, '?item=megan%40contoso.com&permission=ReadWriteMailbox');
  await expect(names(pane, 'In this message').first()).toHaveText(megan.name);
  await expect(pane.getByRole('region', { name: 'Looked up last' })).toHaveCount(0);
  await pane.getByRole('button', { name: megan.name }).focus();
  await page.keyboard.press('Enter');
  await expect(pane.getByRole('heading', { level: 2, name: megan.name })).toBeVisible();
  await expect(field(pane)).toBeFocused();
  await expect(field(pane)).toHaveValue(megan.name);
  await expect(pane.getByRole('region', { name: 'In this message' })).toHaveCount(0);
  await lookUp(pane, lynne.address);
  await pane.getByRole('button', { name: 'Clear' }).click();
  await expect(field(pane)).toBeFocused();
  await expect(field(pane)).toHaveValue('');
  await expect(pane.getByRole('heading', { level: 2, name: lynne.address })).toHaveCount(0);
  // Not Megan, who is in the message already.
  await expect(names(pane, 'Looked up last')).toHaveText([lynne.address]);
  await outlook.select(diego.address);
  await expect(names(pane, 'In this message').first()).toHaveText(diego.name);
  await expect(names(pane, 'Looked up last')).toHaveText([lynne.address, megan.name]);
  await pane.getByRole('button', { name: lynne.address }).click();
  await outlook.expectFace({ name: lynne.address, address: lynne.address });
  await test.step('an appointment and several messages give their people, each once and in their own words', async () => {
    await pane.getByRole('button', { name: 'Clear' }).click();
    await outlook.select('appointment');
    await expect(names(pane, 'In this appointment').first()).toHaveText(megan.name);
    await outlook.select(megan.address);
    await outlook.toggle(diego.address);
    await expect(names(pane, 'In these messages')).toHaveText([megan.name, diego.name]);
    await outlook.select('draft');
    await expect(names(pane, 'In this message').first()).toHaveText(adele.name);
  });
});

test('the five who were looked up last stay while the pane is open, the latest first; before them, one sentence', async ({
  outlook,
  page,
  pane,
}) => {
  await openLookUp(outlook, '?item=none');
  await expect(pane.getByText('Find anyone in your organization by name or address.')).toBeVisible();
  await expectAccessible(page, 'no one yet');
  await field(pane).fill('x');
  await expect(pane.getByText('Find anyone in your organization')).toHaveCount(0);
  const addresses = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@elsewhere.example`);
  for (const address of addresses) await lookUp(pane, address);
  await lookUp(pane, addresses[2] ?? '');
  await pane.getByRole('tab', { name: 'Message' }).click();
  await pane.getByRole('tab', { name: 'Look up' }).click();
  await expect(field(pane)).toHaveValue(addresses[2] ?? '');
  await field(pane).fill('');
  const order = ['c', 'f', 'e', 'd', 'b'].map((name) => `${name}@elsewhere.example`);
  await expect(names(pane, 'Looked up last')).toHaveText(order);
  const stored = await outlook
    .paneFrame()
    .evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]));
  expect(stored).not.toContain('elsewhere.example');
  await openLookUp(outlook, '?item=none');
  await expect(pane.getByRole('region', { name: 'Looked up last' })).toHaveCount(0);
});

test('the start of Look up is accessible, and nothing is cut off, in every look', async ({ outlook, page, pane }) => {
  await openLookUp(outlook, '?item=organization');
  await expect(pane.locator('[data-person] img').first()).toBeVisible();
  await lookUp(pane, people.maximiliane.address, people.maximiliane.name);
  await field(pane).fill('');
  await expect(pane.getByRole('region')).not.toHaveCount(0);
  await inEachLook(outlook, async (name) => {
    await expectAccessible(page, name('the lists'));
    await expectNothingCutOff(pane, name('the lists'));
  });
});

import type { FrameLocator, Page } from '@playwright/test';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import { expect, test } from './support/story';

// What the pane shows where Outlook reports the selection late, in part, or not at all.

const { diego, lynne, megan } = people;

/** With the ids of the selected messages; by default the manifest's permission refuses them. */
const withIds = 'permission=ReadWriteMailbox';

const notFollowed = 'This pane does not follow the selection';

/** The heading of the state without a face; the face of `before` is gone. */
async function expectState(pane: FrameLocator, title: string, before: { readonly name: string }): Promise<void> {
  await expect(pane.getByRole('heading', { name: title })).toBeVisible();
  await expect(pane.getByText(before.name)).toHaveCount(0);
}

test('a pane that is not pinned says so when another message is selected, and closes the details', async ({
  outlook,
  pane,
}) => {
  await outlook.open('?pinned=no');
  await pane.getByRole('button', { name: `Details of ${megan.name}` }).click();
  await expect(pane.getByText('Sharp up to 648 px')).toBeVisible();
  await outlook.select(diego.address);
  await expectState(pane, notFollowed, megan);
  await expect(pane.getByText('select the pin at its top')).toBeVisible();
});

test('a pane that is not pinned, but has ids, shows its message when that is selected again, and several senders', async ({
  outlook,
  pane,
}) => {
  await outlook.open(`?pinned=no&${withIds}`);
  await outlook.expectFace(megan);
  await outlook.select(diego.address);
  await expectState(pane, notFollowed, megan);
  await expect(pane.getByText('select the pin at its top')).toBeVisible();
  await outlook.select(megan.address);
  await outlook.expectFace(megan);
  await outlook.toggle(diego.address);
  await expect(pane.getByText('2 messages are selected')).toBeVisible();
  await outlook.expectFace(diego);
  await outlook.toggle(diego.address);
  await expect(pane.getByRole('heading', { name: megan.name })).toBeVisible();
});

test('a pinned pane follows without a state in between, and never takes the focus, nor do details that it closes', async ({
  outlook,
  page,
  pane,
}) => {
  await outlook.open();
  await outlook.expectFace(megan);
  const states = await recordTitles(pane);
  for (const { address } of [diego, megan, diego]) {
    await outlook.select(address);
    await expect(pane.locator('h2').first()).toHaveText(address === diego.address ? diego.name : megan.name);
  }
  await outlook.select('from-lynne');
  await outlook.expectFace(lynne);
  expect((await states()).filter((title) => ![megan, diego, lynne].some(({ name }) => name === title))).toEqual([]);
  await outlook.select(megan.address);
  await outlook.expectFace(megan);
  await pane.getByRole('button', { name: `Details of ${megan.name}` }).click();
  await expect(pane.getByRole('button', { name: 'Read again' })).toBeVisible();
  await expect(page.locator('iframe')).toBeFocused();
  for (const [person, item] of [
    [diego, diego.address],
    [lynne, 'from-lynne'],
  ] as const) {
    await outlook.select(item);
    await outlook.expectFace(person);
    await expect(page.locator('iframe')).not.toBeFocused();
  }
  await expect(pane.getByRole('button', { name: 'Read again' })).toHaveCount(0);
});

/** Records every first heading of the pane from now on. */
async function recordTitles(pane: FrameLocator): Promise<() => Promise<readonly string[]>> {
  const body = pane.locator('body');
  await body.evaluate(() => {
    const titles = new Set<string>();
    const record = (): void => void titles.add(document.querySelector('h2')?.textContent ?? '');
    record();
    new MutationObserver(record).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { titles });
  });
  return () => body.evaluate(() => [...(window as unknown as { titles: Set<string> }).titles]);
}

test('the people of the item before leave when an encrypted message or a report is selected, without an event', async ({
  outlook,
  pane,
}) => {
  await outlook.open(`?${withIds}`);
  await outlook.expectFace(megan);
  for (const item of ['encrypted', 'delivery-report']) {
    await test.step(item, async () => {
      await outlook.select(item);
      await expectState(pane, notFollowed, megan);
      await outlook.select(diego.address);
      await outlook.expectFace(diego);
      await outlook.select(item);
      await expectState(pane, notFollowed, diego);
      await outlook.select(megan.address);
      await outlook.expectFace(megan);
    });
  }
  await outlook.select('draft');
  await expect(pane.getByText(diego.name)).toBeVisible();
  await outlook.select('encrypted');
  await expectState(pane, notFollowed, diego);
});

test('several messages that Outlook does not name: select one message', async ({ outlook, pane }) => {
  for (const query of ['', '?several=error&permission=ReadWriteMailbox', '?modern=off']) {
    await test.step(query || 'defaults', async () => {
      await outlook.open(query);
      await outlook.expectFace(megan);
      const titles = await recordTitles(pane);
      await outlook.toggle(diego.address);
      await expectState(pane, 'Select one message', megan);
      expect(await titles()).not.toContain('No message is selected');
      await outlook.select(diego.address);
      await outlook.expectFace(diego);
    });
  }
});

test('without an item the pane says only what is known', async ({ outlook, pane }) => {
  for (const [query, title] of [
    [`&${withIds}`, 'No message is selected'],
    ['', 'Select one message'],
    ['&language=de-DE', 'Wählen Sie eine einzelne Nachricht'],
  ] as const) {
    await outlook.open(`?item=none${query}`);
    await expect(pane.getByRole('heading', { name: title })).toBeVisible();
  }
});

function recipients(pane: FrameLocator) {
  return pane.getByRole('region', { name: 'To', exact: true }).getByRole('listitem').locator('[data-name]');
}

/** Adds a recipient to the draft, which emits no event. */
async function addFromAddressBook(page: Page, address: string): Promise<void> {
  await page.getByLabel('Add a recipient').fill(address);
  await page.getByRole('button', { name: 'Add from address book' }).click();
}

/** Keeps the pane from reading anything by itself from time to time. */
async function stopIntervals({ page }: Outlook): Promise<void> {
  await page.addInitScript(() => {
    if (window !== window.top) Object.assign(window, { setInterval: () => 0 });
  });
}

test('recipients of a draft that come late, and those from the address book, are shown', async ({
  outlook,
  page,
  pane,
}) => {
  await outlook.open('?item=draft&drafts=late');
  await expect(recipients(pane)).toHaveText([diego.name]);
  await outlook.expectFace(diego);
  await addFromAddressBook(page, lynne.address);
  await expect(recipients(pane)).toHaveText([diego.name, lynne.name]);
});

test('Read again reads the recipients of a draft, also in the details, and so does the focus', async ({
  outlook,
  page,
  pane,
}) => {
  await stopIntervals(outlook);
  await outlook.open('?item=draft&drafts=late');
  await expect(pane.getByText('Outlook names no recipients of this draft yet.')).toBeVisible();
  // Without the focus, which would read them too.
  await expect(async () => {
    await pane.getByRole('button', { name: 'Read again' }).dispatchEvent('click');
    await expect(recipients(pane)).toHaveText([diego.name], { timeout: 500 });
  }).toPass();
  await expect(pane.getByText('Outlook names no recipients')).toHaveCount(0);
  await addFromAddressBook(page, lynne.address);
  await pane.getByRole('tab', { name: 'Message' }).click();
  await expect(recipients(pane)).toHaveText([diego.name, lynne.name]);
  await pane.getByRole('button', { name: new RegExp(`^${diego.name}`) }).click();
  await addFromAddressBook(page, megan.address);
  await expect(pane.locator(`[data-person="${megan.address}"]`)).not.toBeAttached();
  await expect(async () => {
    await pane.getByRole('button', { name: 'Read again' }).dispatchEvent('click');
    await expect(pane.locator(`[data-person="${megan.address}"]`)).toBeAttached({ timeout: 500 });
  }).toPass();
});

test('what Exchange writes in place of an address is never requested; the other field has the face', async ({
  outlook,
  control,
  pane,
}) => {
  await outlook.open('?item=exchange-name');
  await outlook.expectFace(megan);
  await outlook.select('exchange-names');
  await expect(pane.getByText('Outlook gives no email address for this person')).toBeVisible();
  await outlook.expectFace(people.alex);
  const asked = (await control.log()).map(({ path }) => decodeURIComponent(path));
  expect(asked.filter((path) => /exchangelabs|imceaex|[<>]/i.test(path))).toEqual([]);
  expect(asked.some((path) => path.includes(people.alex.address))).toBe(true);
});

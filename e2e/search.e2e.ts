import type { FrameLocator, Locator } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from './support/accessible';
import { expect, test } from './support/editing';
import { inEachLook } from './support/looks';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import { isUpright, jpegOf } from './support/pictures';

const { adele, alex, bo, gil, jurgen, lynne, markup, maximiliane, megan, miriam, tom, una } = people;

const asAdministrator = `account=${encodeURIComponent(alex.address)}`;
const asGuest = 'account=gus%40visitor.example';

function field(pane: FrameLocator): Locator {
  return pane.getByRole('combobox', { name: 'Name or address' });
}

function options(pane: FrameLocator): Locator {
  return pane.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
}

function option(pane: FrameLocator, name: string): Locator {
  return options(pane).filter({ hasText: name });
}

/** Opens the window and Look up, with the requests of the start answered. */
async function openLookUp(outlook: Outlook, query = ''): Promise<void> {
  const item = query.includes('item=') ? '' : `${query === '' ? '' : '&'}item=megan%40contoso.com`;
  await outlook.open(`?${query}${item}`);
  await outlook.expectFace(megan);
  await outlook.pane.getByRole('tab', { name: 'Look up' }).click();
  await expect(field(outlook.pane)).toBeVisible();
}

async function type(pane: FrameLocator, text: string): Promise<void> {
  await field(pane).pressSequentially(text, { delay: 30 });
}

test('a name typed in part has suggestions with faces, which are chosen by a click or by keyboard', async ({
  outlook,
  page,
  pane,
}) => {
  await openLookUp(outlook);
  await test.step('a click shows the person until another name is typed', async () => {
    await type(pane, 'lyn');
    await expect(option(pane, lynne.name)).toContainText(lynne.address);
    await outlook.expectFace(lynne);
    await option(pane, lynne.name).click();
    await expect(options(pane)).toHaveCount(0);
    await expect(pane.getByRole('heading', { level: 2, name: lynne.name })).toBeVisible();
    await outlook.expectFace(lynne);
    await expect(field(pane)).toHaveValue(lynne.name);
    const card = pane.getByRole('region', { name: lynne.name });
    await field(pane).fill('zzz');
    await expect(pane.getByText('No one in your organization has this name')).toBeVisible();
    await expect(card).toBeHidden();
    await field(pane).fill(lynne.name);
    await expect(card).toBeVisible();
  });
  await test.step('a person whose login name is no address has a face among the suggestions, and afterwards', async () => {
    await field(pane).fill('bo b');
    await outlook.expectFace(bo);
    await option(pane, bo.name).click();
    await expect(pane.getByRole('region', { name: bo.name }).locator('img')).toBeVisible();
    await outlook.expectFace(bo);
  });
  await test.step('the suggestions are reached, chosen and closed by keyboard, and a screen reader hears what and how many they are', async () => {
    await field(pane).fill('');
    await type(pane, 'twin');
    await expect(options(pane)).toHaveCount(4);
    await expect(field(pane)).not.toHaveAttribute('aria-activedescendant');
    await page.keyboard.press('ArrowUp');
    await expect(options(pane).last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(options(pane).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(options(pane)).toHaveCount(0);
    await expect(field(pane)).toHaveAttribute('aria-expanded', 'false');
    await expect(field(pane)).toHaveValue('twin');
    await page.keyboard.press('ArrowDown');
    await expect(options(pane)).toHaveCount(4);
    const [chosen = ''] = await options(pane).first().locator('[data-name]').allTextContents();
    await page.keyboard.press('Enter');
    await expect(options(pane)).toHaveCount(0);
    await expect(pane.getByRole('heading', { level: 2, name: chosen, exact: true })).toBeVisible();
    await expect(field(pane)).toBeFocused();
    await field(pane).fill('');
    await type(pane, 'gil');
    await expect(pane.getByRole('status').filter({ hasText: '1 suggestion' })).toBeAttached();
    await page.keyboard.press('ArrowDown');
    await expect(pane.locator('form')).toMatchAriaSnapshot(`
      - combobox "Name or address" [expanded]: gil
      - listbox "Suggestions":
        - option "Gil Partner gil@partner.com guest" [selected]
    `);
    const active = await field(pane).getAttribute('aria-activedescendant');
    await expect(options(pane)).toHaveAttribute('id', active ?? '');
    await field(pane).fill('twin');
    await expect(pane.getByRole('status').filter({ hasText: '4 suggestions' })).toBeAttached();
  });
});

test('a name typed quickly costs two requests, and a late answer does not replace one to a later text', async ({
  outlook,
  control,
  pane,
}) => {
  await openLookUp(outlook);
  await control.reset();
  await type(pane, 'sta');
  // Login names that are no addresses: the search has found their ids.
  await expect(options(pane).locator('img')).toHaveCount(10);
  expect(await outlook.batches()).toBeLessThanOrEqual(2);
  await field(pane).fill('st');
  await expect
    .poll(async () => (await control.log()).some(({ path }) => path.includes('displayName%3Ast%22')))
    .toBe(true);
  await expect(options(pane).locator('img')).toHaveCount(10);
  const before = await outlook.batches();
  await field(pane).fill('sta');
  await expect(options(pane).locator('img')).toHaveCount(10);
  expect(await outlook.batches()).toBe(before);
  await test.step('a late answer does not replace one to a later text', async () => {
    await control.patch({ faults: [{ path: 'batch', times: 1, effect: { kind: 'slow', milliseconds: 3000 } }] });
    await field(pane).fill('meg');
    await expect.poll(() => control.faultsLeft()).toBe(0);
    await field(pane).fill('lyn');
    await expect(options(pane)).toHaveText([new RegExp(lynne.name)]);
  });
  await test.step('Enter shows the first suggestion, also before it has come', async () => {
    await field(pane).press('Enter');
    await expect(pane.getByRole('heading', { level: 2, name: lynne.name })).toBeVisible();
    await control.patch({ latency: 500 });
    await field(pane).fill('alex w');
    await field(pane).press('Enter');
    await expect(pane.getByRole('heading', { level: 2, name: alex.name })).toBeVisible();
    await expect(options(pane)).toHaveCount(0);
  });
  // A whole address is looked up as it is.
  await control.reset();
  await field(pane).fill(bo.address);
  await field(pane).press('Enter');
  await outlook.expectFace(bo);
  expect((await control.log()).filter(({ path }) => path.includes('search'))).toEqual([]);
});

for (const [directorySearch, names] of [
  [
    'allowed',
    [
      ['jürg', jurgen],
      ['ju\u0308rgen gr', jurgen],
      ['GROß', jurgen],
      ["o'b", miriam],
      ["miriam.o'", miriam],
      ['<img src', markup],
      ['maximiliane.alex', maximiliane],
    ],
  ],
  [
    'filterOnly',
    [
      ['ju\u0308rg', jurgen],
      ['GROß', jurgen],
      ["o'b", miriam],
      ["miriam o'b", miriam],
      ["miriam.o'", miriam],
      ['<img src', markup],
    ],
  ],
] as const) {
  test(`accents, apostrophes and markup are found where the search is ${directorySearch}, and break nothing`, async ({
    outlook,
    control,
    pane,
  }) => {
    await openLookUp(outlook);
    await control.reset();
    await control.patch({ directorySearch });
    for (const [typed, person] of names) {
      await field(pane).fill(typed);
      await expect(option(pane, person.address).locator('[data-name]')).toHaveText(person.name);
    }
    for (const text of ['"', '\\', '" OR "mail:meg', "') or startswith(mail,'meg", '%22&$top=1', 'a:b', '#?+']) {
      await field(pane).fill(`no one${text}`);
      await expect(pane.getByText('No one in your organization has this name')).toBeVisible();
      await field(pane).fill('');
      await expect(pane.getByText('No one in your organization has this name')).toHaveCount(0);
    }
    // A refused kind of search is tried once.
    const searches = (await control.log()).filter(({ path }) => /(24|\$)search/.test(path));
    const refused = searches.filter(({ status }) => status === 400);
    expect(refused).toHaveLength(directorySearch === 'allowed' ? 0 : 1);
    if (directorySearch === 'filterOnly') expect(searches).toEqual(refused);
  });
}

test('where names cannot be searched, the pane says why, and a whole address is looked up', async ({
  outlook,
  page,
  control,
  pane,
}) => {
  for (const [query, change, reason] of [
    ['', { directorySearch: 'refused' }, 'Your organization does not let you search for names'],
    [asGuest, {}, 'Your organization does not let you search for names'],
    ['dialect=outlook-v2.0', {}, 'Names cannot be searched here'],
  ] as const) {
    await test.step(query || 'refused', async () => {
      await control.reset();
      await openLookUp(outlook, query);
      await control.patch(change);
      await field(pane).fill('lynne');
      await expect(pane.getByText(reason)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Accept' })).toHaveCount(0);
      await expectAccessible(page, reason);
      await field(pane).press('Enter');
      await expect(pane.getByText('Type or paste a full address')).toBeVisible();
      await field(pane).fill(lynne.address);
      await field(pane).press('Enter');
      await outlook.expectFace({ name: lynne.address, address: lynne.address });
      await expect(page.getByRole('button', { name: 'Accept' })).toHaveCount(0);
    });
  }
});

test('a search that failed is tried again, and offline the pane says so; suggestions mark guests and me', async ({
  outlook,
  page,
  context,
  control,
  pane,
}) => {
  await openLookUp(outlook);
  await control.patch({ faults: [{ path: 'batch', effect: { kind: 'drop' } }] });
  await field(pane).fill('lyn');
  const retry = pane.getByRole('button', { name: 'Try again' });
  await expect(retry).toBeVisible();
  await expectAccessible(page, 'a failed search');
  await control.patch({ faults: [] });
  await retry.click();
  await expect(option(pane, lynne.name)).toBeVisible();
  await expect(field(pane)).toBeFocused();
  await context.setOffline(true);
  await field(pane).fill('adel');
  await expect(pane.getByText('The photo service cannot be reached.')).toBeVisible();
  await context.setOffline(false);
  await field(pane).fill('adele');
  await expect(option(pane, adele.name)).toBeVisible();
  await test.step('suggestions mark guests and me', async () => {
    await field(pane).fill(gil.address.slice(0, 7));
    await expect(option(pane, gil.name).getByText('guest', { exact: true })).toBeVisible();
    await field(pane).fill('adele');
    await option(pane, adele.name).click();
    await expect(pane.getByRole('region', { name: adele.name }).getByText('you', { exact: true })).toBeVisible();
  });
  await test.step('each of two people with one address has the own face, and does not own the address', async () => {
    await field(pane).fill('tom tw');
    await expect(options(pane)).toHaveCount(2);
    await outlook.expectFace({ name: tom.name, address: 'u7007@contoso.com' });
    await outlook.expectFace({ name: 'Tom Twin (before the migration)', address: 'tom@legacy.contoso.com' });
    await field(pane).fill('una migr');
    await option(pane, 'before the migration').click();
    await expect(pane.getByText('Several people in your organization have this address')).toBeVisible();
    await outlook.select(una.address);
    await pane.getByRole('tab', { name: 'Message' }).click();
    await expect(pane.getByText('Several people in your organization have this address')).toBeVisible();
    await expect(outlook.faceOf(una.name)).toHaveCount(0);
  });
});

test('an administrator changes the photo of a person who was suggested', async ({
  outlook,
  control,
  pane,
  editing,
}) => {
  await control.patch({ consent: { [alex.address]: ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite.All'] } });
  await openLookUp(outlook, asAdministrator);
  await field(pane).fill('bo b');
  await option(pane, bo.name).click();
  await outlook.expectFace(bo);
  await editing.openPicture(await jpegOf(900, 900));
  await editing.button('Save').click();
  await editing.expectText(/^Saved\./);
  expect(await isUpright(await control.original(bo.address))).toBe(true);
});

test('Look up is accessible, and nothing is cut off, in every look', async ({ outlook, page, pane }) => {
  const input = pane.getByRole('combobox');
  await openLookUp(outlook);
  await inEachLook(outlook, async (name) => {
    await input.fill('ma');
    await expect(pane.getByRole('option').filter({ hasText: maximiliane.name })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expectAccessible(page, name('suggestions'));
    await expectNothingCutOff(pane, name('suggestions'));
    await input.fill('xyz');
    await expect(pane.getByText(/^(No one in your organization|In Ihrer Organisation heißt niemand)/)).toBeVisible();
    await expectNothingCutOff(pane, name('no one'));
    await input.fill('maximiliane');
    await pane.getByRole('option').filter({ hasText: maximiliane.name }).click();
    await expect(pane.getByRole('heading', { level: 2, name: maximiliane.name })).toBeVisible();
    await expectAccessible(page, name('a person'));
    await expectNothingCutOff(pane, name('a person'));
  });
});

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessiblePage } from './support/accessible';
import { people } from './support/people';
import { PeoplePage } from './support/peoplePage';
import { expect, test as base } from './support/story';

// The administrators' page: everybody in the organization, and the states of their photos.

const test = base.extend<{ everybody: PeoplePage }>({
  everybody: async ({ page, places, control }, use) => {
    await control.reset();
    await use(new PeoplePage(page, places));
  },
});

/** Object of the requests of one batch. */
interface Batch {
  readonly requests: readonly { readonly url: string }[];
}

/** The batches that the page sends from now on; those with states alone, and their parts. */
function recordBatches(page: Page): Batch[] {
  const batches: Batch[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('$batch')) batches.push(request.postDataJSON() as Batch);
  });
  return batches;
}

/** What a row says once it is read. */
const aState = /Photo|Blurred|No photo|On your own server|No mailbox|Not readable/;

const ofStates = (batches: readonly Batch[]): readonly Batch[] =>
  batches.filter(({ requests }) => requests.some(({ url }) => !url.endsWith('$value')));

test('the overview shows everybody with kind, state and face, and what may not be read is left out', async ({
  everybody,
  control,
  page,
}) => {
  await control.patch({ organization: 27, consent: { [people.alex.address]: ['User.Read'] } });
  await page.goto(everybody.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('See everybody’s photos');
  await expectAccessiblePage(page);
  await everybody.button('Sign in').click();
  await page.getByRole('link', { name: people.alex.name }).click();
  await expect(page.getByRole('listitem')).toHaveText(['User.ReadBasic.All']);
  await page.getByRole('link', { name: 'Accept' }).click();
  await everybody.expectAllRead();
  await expect(everybody.grid).toHaveAttribute('aria-rowcount', '28');
  const states: readonly (readonly [string, RegExp])[] = [
    [people.adele.name, /Adele Vance.*adele@contoso\.com.*Member.*Photo.*648 × 648/s],
    ['Grace Guest', /grace@partner\.example.*Guest.*Blurred.*120 × 120/s],
    ['Isaiah Langer', /No photo/],
    ['Frank Forbidden', /Not readable/],
  ];
  for (const [name, text] of states) await expect(everybody.row(name)).toHaveText(text);
  await expect(everybody.row(people.adele.name).locator('img')).toBeVisible();
  await page.getByRole('row').last().scrollIntoViewIfNeeded();
  await everybody.button(/^On your own server/).click();
  await expect(everybody.row('Otto Premises')).toBeVisible();
  await everybody.button(/^No mailbox/).click();
  await expect(everybody.row('Nora Nomail')).toBeVisible();
  await expect(everybody.grid).toHaveAttribute('aria-rowcount', '2');
  // With a wider permission, which the organization has approved, more is known.
  await control.patch({ consent: { [people.alex.address]: ['User.ReadBasic.All', 'User.Read.All'] } });
  await everybody.open(people.alex.name);
  await everybody.expectAllRead();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Shared mailbox, room or closed account');
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(everybody.row('Info Desk')).toHaveText(/Photo/);
});

test('5,000 people: the first screen comes with the first page, all states in 250 batches, at most 4 requests at once', async ({
  everybody,
  control,
  page,
}) => {
  await control.patch({ organization: 5_000 });
  const batches = recordBatches(page);
  await everybody.open(people.alex.name);
  await expect(everybody.rowAt(1)).toHaveText(aState);
  await expect(page.getByText(/^[\d,]+ of [\d,]+ read/)).toBeVisible();
  const first = ofStates(batches)[0]?.requests.map(({ url }) => url) ?? [];
  expect(first).toHaveLength(20);
  await everybody.expectAllRead(90_000);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(everybody.rowAt(5_000)).toBeInViewport();
  await expect(everybody.rowAt(5_000)).toHaveText(aState);
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  expect(ofStates(batches).length).toBeLessThanOrEqual(250);
  const parts = batches
    .flatMap(({ requests }) => requests.map(({ url }) => url))
    .filter((url) => url.endsWith('/photo'));
  expect(new Set(parts).size).toBe(5_000);
  const log = await control.log();
  const states = log.filter(({ method, path }) => method === 'PART' && path.endsWith('/photo'));
  expect(states).toHaveLength(5_000);
  expect(Math.max(...log.map(({ atOnce = 0 }) => atOnce))).toBeLessThanOrEqual(4);
  expect(log.filter(({ method, path }) => method === 'GET' && path.includes('/users?'))).toHaveLength(6);
});

test('people are found, filtered, sorted and selected by what is shown, and the list opens rightly in Excel', async ({
  everybody,
  control,
  page,
}) => {
  await control.patch({ organization: 27 });
  await everybody.open(people.alex.name);
  await everybody.expectAllRead();
  const search = page.getByRole('searchbox', { name: 'Search by name or address' });
  await search.fill('JURGEN gross');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(everybody.row('Jürgen Groß')).toBeVisible();
  await search.fill('xyzzy');
  await expect(page.getByRole('heading', { name: 'No matches', level: 2 })).toBeVisible();
  await everybody.button('Show everybody').click();
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('row').nth(1)).toHaveText(/Una Twin \(before/);
  await everybody.button('No photo 3').click();
  await page.getByRole('checkbox', { name: 'Select all 3 shown' }).click();
  await everybody.button(/^Everybody/).click();
  await expect(page.getByText('3 selected')).toBeVisible();
  await search.fill('adele@');
  await page.getByRole('checkbox', { name: 'Select Adele Vance' }).click();
  const saving = page.waitForEvent('download');
  await everybody.button('Export selected').click();
  const file = await saving;
  const csv = readFileSync(await file.path());
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = csv.toString().slice(1).split('\r\n');
  expect(lines[0]).toBe('Name,Address,Login name,Kind,Photo,Width,Height');
  expect(lines).toContain('Adele Vance,adele@contoso.com,adele@contoso.com,Member,Photo,648,648');
  // The headings, the people, and the end of the last line.
  expect(lines).toHaveLength(6);
  await expect(page.getByText(`4 entries saved in the file ${file.suggestedFilename()}.`)).toBeVisible();
});

test('an account that may not list people is told so before anything else is requested', async ({
  everybody,
  control,
  page,
}) => {
  await everybody.open(people.gus.name);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You may not list the people of your organization');
  await expectAccessiblePage(page);
  const log = await control.log();
  expect(log.filter(({ method }) => method === 'POST')).toEqual([]);
  // A cancelled sign-in comes back with what to do.
  await everybody.button('Use another account').click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByText('You have not signed in.')).toBeVisible();
});

test('throttled, it goes on by itself and never early; after a lost connection a click goes on', async ({
  everybody,
  control,
  page,
  context,
}) => {
  // A busy machine reads an answer late, while another lane sends its batch.
  await control.patch({ organization: 300, requestLimit: 70, requestLimitSeconds: 2, underWay: 500 });
  await everybody.open(people.alex.name);
  await everybody.expectAllRead(30_000);
  const log = await control.log();
  expect(log.some(({ status }) => status === 429)).toBe(true);
  expect(log.filter(({ early }) => early)).toEqual([]);
  await control.patch({ requestLimit: 0, faults: [{ path: 'batch', effect: { kind: 'status', status: 503 } }] });
  await everybody.button('Read again').click();
  await expect(page.getByRole('alert')).toHaveText(/The service reports a failure/, { timeout: 20_000 });
  await control.patch({ faults: [] });
  await everybody.button('Go on').click();
  await everybody.expectAllRead(30_000);
  expect(context.pages()).toHaveLength(1);
  await test.step('one tab stop, and arrow keys: the list is used without a mouse', async () => {
    await everybody.button('Read again').focus();
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    await expect(everybody.rowAt(1).locator(':focus')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(page.getByText('One selected')).toBeVisible();
    await page.keyboard.press('Control+End');
    await expect(everybody.rowAt(300)).toBeInViewport();
    await expect(everybody.rowAt(300).locator(':focus')).toHaveCount(1);
    await page.keyboard.press('PageUp');
    await expect(focused).toBeInViewport();
    await page.keyboard.press('Control+Home');
    await expect(page.getByRole('checkbox', { name: 'Select all 300 shown' })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.getByText('300 selected')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
    await page.keyboard.press('Tab');
    await expect(everybody.grid.locator(':focus')).toHaveCount(0);
  });
});

test('axe finds nothing at 1280 and 500 pixels, and nothing is beside a page of 320: light, dark and in forced colors', async ({
  everybody,
  control,
  page,
}) => {
  await control.patch({ organization: 100 });
  await everybody.open(people.alex.name);
  await everybody.expectAllRead(30_000);
  await page
    .getByRole('checkbox', { name: /^Select / })
    .nth(2)
    .click();
  for (const scheme of ['light', 'dark', 'forced'] as const) {
    await test.step(scheme, async () => {
      const colorScheme = scheme === 'dark' ? 'dark' : 'light';
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme, forcedColors: scheme === 'forced' ? 'active' : 'none' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await expectAccessiblePage(page);
      await page.setViewportSize({ width: 500, height: 800 });
      await expect(page.getByRole('columnheader')).toHaveCount(3);
      await expectAccessiblePage(page);
      await page.setViewportSize({ width: 320, height: 800 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  }
});

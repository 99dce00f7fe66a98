import { readFileSync } from 'node:fs';
import { madeUpId } from '../sandbox/service/madeUpPeople';
import { expectAccessiblePage } from './support/accessible';
import { contentOf, withoutSaveDialog, withSaveDialog } from './support/backups';
import { chooseFiles, coloredPeople, expectPhotosOf, pictureFile, type ColoredPerson } from './support/manyPhotos';
import { people } from './support/people';
import { PeoplePage } from './support/peoplePage';
import type { SandboxControl } from './support/sandboxControl';
import { expect, test as base } from './support/story';

// Backups on the administrators' page: photos of a selection as a ZIP, and back.

const test = base.extend<{ everybody: PeoplePage }>({
  everybody: async ({ page, places, control }, use) => {
    await control.patch({ organization: 60 });
    await use(new PeoplePage(page, places));
  },
});

const aWhile = { timeout: 40_000 };

/** Gives each person the photo of their color, as another program would. */
async function givePhotos(control: SandboxControl, chosen: readonly ColoredPerson[]): Promise<void> {
  for (const { login, color } of chosen) {
    await control.setOriginal(login, (await pictureFile('', color, 648, 648)).buffer);
  }
}

async function select(everybody: PeoplePage, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await everybody.page.getByRole('searchbox').fill(name);
    await everybody.page.getByRole('checkbox', { name: `Select ${name}` }).press('Space');
  }
}

/** The service refuses to let the photo of the made-up person with this number be read. */
const refused = (number: number, status = 403) => ({
  path: `users/${madeUpId(number)}/photo`,
  effect: {
    kind: 'status',
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ error: { code: 'ErrorAccessDenied', message: 'No' } }),
  },
});

test('the photos of a selection are the service’s own bytes in a ZIP, and changed ones come back from it', async ({
  everybody,
  control,
  page,
  places,
}) => {
  const chosen = coloredPeople(8);
  const [first, second] = chosen;
  const [unreadable] = coloredPeople(9).slice(8);
  if (!first || !second || !unreadable) throw new Error('Too few people');
  await givePhotos(control, [...chosen, unreadable]);
  await control.patch({
    consent: { [people.alex.address]: ['User.ReadBasic.All', 'User.ReadWrite.All'] },
    faults: [refused(Number(unreadable.login.slice(1, 7)))],
  });
  await withoutSaveDialog(page);
  await everybody.open(people.alex.name);
  await everybody.expectAllRead();
  await select(everybody, [...chosen.map(({ name }) => name), people.isaiah.name, unreadable.name]);
  const saving = page.waitForEvent('download');
  await everybody.press('Back up photos');
  const download = await saving;
  const file = download.suggestedFilename();
  expect(file).toMatch(/^photos-backup-\d{4}-\d\d-\d\d\.zip$/);
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
    `8 photos are in the file ${file}, one person has none, one could not be read`,
  );
  await expect(page.getByRole('listitem').filter({ hasText: unreadable.name })).toHaveText(
    /You may not read this photo\..*Code: 403 ErrorAccessDenied/,
  );
  await expectAccessiblePage(page);
  await control.patch({ faults: [] });

  const zip = readFileSync(await download.path());
  const { photos, index } = await contentOf(zip);
  expect([...photos.keys()].sort()).toEqual(chosen.map(({ login }) => `${login}.jpg`).sort());
  const authorization = `Bearer ${await control.token(people.alex.address, 'User.ReadBasic.All')}`;
  for (const { login } of chosen) {
    const held = await page.request.get(`${places.graph}/users/${login}/photo/$value`, { headers: { authorization } });
    expect(photos.get(`${login}.jpg`)?.equals(await held.body()), login).toBe(true);
  }
  expect(index).toHaveLength(10);
  expect(index).toContainEqual(expect.stringMatching(`^${first.login}.jpg,${first.login},${first.name},.*,photo$`));
  expect(index).toContainEqual(expect.stringMatching(`^,${people.isaiah.address},${people.isaiah.name},.*,none$`));
  expect(index).toContainEqual(expect.stringMatching(`^,${unreadable.login},${unreadable.name},.*,notRead$`));

  await control.setOriginal(first.login, (await pictureFile('', '#000000', 648, 648)).buffer);
  await control.setOriginal(second.login, (await pictureFile('', '#ffffff', 648, 648)).buffer);
  await everybody.button('Back to the list').first().press('Enter');
  await everybody.press('Add photos');
  await chooseFiles(page, everybody.button('Choose files'), [{ name: file, mimeType: 'application/zip', buffer: zip }]);
  await expect(page.getByText('8 of 8 files have a person')).toBeVisible();
  await expect(page.getByText(new RegExp(`^Row \\d+ of the list: ${first.login}$`))).toBeVisible();
  await everybody.press('Show the plan');
  await expect(page.getByText('0 new, 2 replaced, 6 unchanged, 0 without a person')).toBeVisible(aWhile);
  await everybody.press('Save 2 photos');
  await expect(page.getByRole('heading', { name: '2 photos saved and checked' })).toBeVisible(aWhile);
  await expectPhotosOf(control, chosen);
});

test('the chosen file is written as photos come; stopped, it is not there; a cancelled dialog changes nothing', async ({
  everybody,
  control,
  page,
}) => {
  const dialog = await withSaveDialog(page);
  await everybody.open(people.alex.name);
  await everybody.expectAllRead();
  await dialog.cancel(true);
  await everybody.press('Back up photos');
  expect(await dialog.suggested()).toHaveLength(1);
  await expect(everybody.grid).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await dialog.cancel(false);
  await control.patch({ latency: 1_000 });
  await everybody.press('Back up photos');
  await expect(page.getByText(/^([4-9]|[1-5]\d) of 60 read$/).first()).toBeVisible();
  await expectAccessiblePage(page);
  await everybody.press('Stop');
  const result = page.getByRole('heading', { level: 2 });
  await expect(result).toHaveText('The backup was stopped, and no file was made');
  await expect(result).toBeFocused();
  expect(await dialog.file()).toBeNull();
  await control.patch({ latency: 0 });
  await everybody.button('Back to the list').last().press('Enter');
  // Without a selection, the photos of all people shown are saved.
  await everybody.button(/^Photo \d/).press('Enter');
  const shown = Number(await everybody.grid.getAttribute('aria-rowcount')) - 1;
  await everybody.press('Back up photos');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(
    new RegExp(`^${shown} photos are in the file backup\\.zip$`),
    aWhile,
  );
  const { photos, index } = await contentOf((await dialog.file()) ?? Buffer.alloc(0));
  expect([photos.size, index.length]).toEqual([shown, shown]);
  const log = await control.log();
  expect(Math.max(...log.map(({ atOnce = 0 }) => atOnce))).toBeLessThanOrEqual(4);
});

test('a lost connection and a pause are gone on after, a lost sign-in and a refusal for all end a backup', async ({
  everybody,
  control,
  page,
  context,
}) => {
  const dialog = await withSaveDialog(page);
  await everybody.open(people.alex.name);
  await everybody.expectAllRead();
  await control.patch({ latency: 1_000 });
  await everybody.press('Back up photos');
  await expect(page.getByText(/^([4-9]|[1-5]\d) of 60 read$/).first()).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByRole('alert')).toHaveText(/The service cannot be reached/, aWhile);
  await context.setOffline(false);
  await control.patch({ latency: 0, requestLimit: 20, requestLimitSeconds: 2, underWay: 500 });
  await everybody.press('Go on');
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/photos are in the file/, aWhile);
  const older = (await dialog.file()) ?? Buffer.alloc(0);
  expect((await contentOf(older)).index).toHaveLength(60);
  expect((await control.log()).filter(({ early }) => early)).toEqual([]);
  const ends: readonly (readonly [object, RegExp])[] = [
    [{ kind: 'expired' }, /Your sign-in has ended\./],
    [{ kind: 'status', status: 403 }, /does not let you read other people’s photos/],
  ];
  await control.patch({ requestLimit: 0 });
  for (const [effect, reason] of ends) {
    await control.patch({ faults: [{ path: 'users/.*/photo|batch', effect }] });
    await everybody.button('Back to the list').last().press('Enter');
    await everybody.press('Back up photos');
    await expect(page.getByRole('alert')).toHaveText(reason, aWhile);
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(
      'The backup is not complete, and no file was made',
    );
    // The backup that the file had before is still there.
    expect((await dialog.file())?.equals(older)).toBe(true);
    await expectAccessiblePage(page);
  }
});

test('axe finds nothing in a backup at 1280, 500 and 320 pixels, in German: light, dark and forced', async ({
  everybody,
  control,
  page,
}) => {
  await withSaveDialog(page);
  await page.addInitScript(() => Object.defineProperty(navigator, 'language', { get: () => 'de-DE' }));
  const expectAccessibleInEveryLook = async (): Promise<void> => {
    for (const [colorScheme, forcedColors] of [
      ['light', 'none'],
      ['dark', 'none'],
      ['light', 'active'],
    ] as const) {
      await page.emulateMedia({ colorScheme, forcedColors });
      for (const width of [1280, 500, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await expectAccessiblePage(page);
      }
    }
  };
  await everybody.open(people.alex.name);
  await everybody.expectAllRead();
  await expectAccessibleInEveryLook();
  // A fault keeps it waiting for a click.
  await control.patch({ faults: [{ path: 'batch', effect: { kind: 'status', status: 503 } }] });
  await everybody.press('Fotos sichern');
  await expect(page.getByRole('alert')).toHaveText(/Der Dienst meldet einen Fehler/, aWhile);
  await expectAccessibleInEveryLook();
  await control.patch({ faults: [] });
  await everybody.press('Fortfahren');
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/^\d+ Fotos sind in der Datei/, aWhile);
  await expectAccessibleInEveryLook();
});

import { readFileSync, rmSync } from 'node:fs';
import { expectAccessiblePage } from './support/accessible';
import {
  archiveOf,
  chooseFiles,
  coloredPeople,
  dropFolder,
  expectPhotosOf,
  filesOf,
  heldColors,
  pictureFile,
  writeFolder,
  writtenPaths,
} from './support/manyPhotos';
import { people } from './support/people';
import { PeoplePage } from './support/peoplePage';
import { isNear } from './support/pixels';
import { expect, test as base } from './support/story';

// Photos of many people at once, on the administrators' page: files, plan, run, undo.

const test = base.extend<{ everybody: PeoplePage }>({
  everybody: async ({ page, places, control }, use) => {
    await control.patch({ organization: 100 });
    await use(new PeoplePage(page, places));
  },
});

/** Each cut takes up to a second on a busy machine. */
const aWhile = { timeout: 40_000 };

/** Alex may write without being asked. */
const writing = { [people.alex.address]: ['User.ReadBasic.All', 'User.ReadWrite.All'] };

const looks = [
  ['light', 'none'],
  ['dark', 'none'],
  ['light', 'active'],
] as const;

test('from a folder of files to the proven photos of 8 people, and back by undo, without a mouse', async ({
  everybody,
  control,
  page,
}) => {
  const chosen = coloredPeople(8);
  const before = await heldColors(control, chosen);
  await everybody.open(people.alex.name);
  await everybody.press('Add photos');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Add photos');
  await expect(page.getByText(/you need an administrator’s role/)).toBeVisible();
  const files = [...(await filesOf(chosen)), await pictureFile('IMG_1048.jpg', '#808080')];
  const folder = writeFolder(files);
  await chooseFiles(page, everybody.button('Choose a folder'), folder);
  await expect(page.getByText('8 of 9 files have a person')).toBeVisible();
  await expect(page.getByText('IMG_1048.jpg')).toBeVisible();
  await everybody.press('Show the plan');
  await expect(page.getByText(/^\d+ new, \d+ replaced, 0 unchanged, 1 without a person$/)).toBeVisible(aWhile);
  // Nothing is written before the plan is confirmed; the permission to write is asked for by it.
  expect(await writtenPaths(control)).toEqual([]);
  await everybody.press('Save 8 photos');
  await everybody.allowWriting(people.alex.name);
  await expect(page.getByRole('heading', { name: '8 photos saved and checked' })).toBeVisible({ timeout: 30_000 });
  await expectPhotosOf(control, chosen);
  expect(new Set(await writtenPaths(control)).size).toBe(8);
  expect(await writtenPaths(control)).toHaveLength(8);
  await everybody.press('Undo this run');
  await everybody.press('Undo 8 changes');
  await expect(page.getByRole('heading', { name: '8 changes undone and checked' })).toBeVisible({ timeout: 30_000 });
  const after = await heldColors(control, chosen);
  const differing = chosen.filter((_one, index) => !isNear(after[index] ?? [], before[index] ?? []));
  expect(differing, JSON.stringify({ before, after })).toEqual([]);
  await everybody.button('Back to the list').first().press('Enter');
  await expect(everybody.grid).toBeVisible();
  rmSync(folder, { recursive: true });
});

test('a ZIP with a list: who is asked about is decided, the report names what was refused, and photos are removed', async ({
  everybody,
  control,
  page,
}) => {
  await control.patch({ consent: writing, faults: [] });
  const [first, second, third] = coloredPeople(3);
  if (!first || !second || !third) throw new Error('Too few people');
  const zip = await archiveOf([
    { ...(await pictureFile('a.jpg', first.color)) },
    { ...(await pictureFile('b.jpg', second.color)) },
    { ...(await pictureFile(`${third.address}.jpg`, third.color)) },
    { ...(await pictureFile(`${third.address}_640.jpg`, '#123456')) },
    { ...(await pictureFile('Frank Forbidden.jpg', '#654321')) },
    { name: 'notes/Isaiah Langer.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') },
    {
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `file,userPrincipalName\na.jpg,${first.address}\nb.jpg,${second.address}\nc.jpg,x@y.example\n`,
      ),
    },
  ]);
  await everybody.open(people.alex.name);
  await everybody.press('Add photos');
  await chooseFiles(page, everybody.button('Choose files'), [
    { name: 'photos.zip', mimeType: 'application/zip', buffer: zip },
  ]);
  await expect(page.getByText('4 of 6 files have a person')).toBeVisible();
  await expect(page.getByText('There is no file of this name.')).toBeVisible();
  await expect(page.getByText(`Row 2 of the list: ${first.address}`)).toBeVisible();
  await expectAccessiblePage(page);
  await page.getByRole('combobox', { name: `File for ${third.name}` }).selectOption(`${third.address}.jpg`);
  await expect(page.getByText('All is decided.')).toBeVisible();
  await everybody.press('Show the plan');
  await expect(page.getByText(/1 not readable today, 1 unusable, 0 unchanged/)).toBeVisible(aWhile);
  await expect(page.getByText('This is no picture.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Change the photo of Frank Forbidden' }).press('Space');
  await expectAccessiblePage(page);
  await everybody.press('Save 4 photos');
  await expect(page.getByRole('heading', { name: '3 photos saved and checked, 1 refused' })).toBeVisible({
    timeout: 30_000,
  });
  await expectPhotosOf(control, [first, second, third]);
  await expect(page.getByText(/You may not change this photo/)).toBeVisible();
  await expect(page.getByText('Code: 403 ErrorAccessDenied')).toBeVisible();
  await expectAccessiblePage(page);
  const saving = page.waitForEvent('download');
  await everybody.press('Save report');
  const report = readFileSync(await (await saving).path()).toString();
  expect(report).toMatch(/Frank Forbidden,frank@contoso\.com,.*Refused,.*403,ErrorAccessDenied/);
  expect(report).toContain('Saved and checked');
  const before = (await control.log()).length;
  await everybody.button('Back to the list').first().press('Enter');
  await everybody.expectAllRead();
  // The list reads again whom the run has changed, and no others.
  const states = (await control.log()).slice(before).filter(({ path }) => /\/photo$/.test(path));
  expect(states).toHaveLength(4);
  const search = page.getByRole('searchbox');
  for (const { name } of [first, second]) {
    await search.fill(name);
    await page.getByRole('checkbox', { name: `Select ${name}` }).click();
  }
  await everybody.press('Remove photos');
  await expect(page.getByText('2 removed, 0 without a photo')).toBeVisible();
  await everybody.press('Remove 2 photos');
  await expect(page.getByRole('heading', { name: '2 photos removed and checked' })).toBeVisible({ timeout: 30_000 });
  expect((await control.original(first.login)).toString()).toContain('no upload');
  // The latest run is offered; deleted, the one before is.
  await everybody.press('Delete from this browser');
  await everybody.press(/^Delete$/);
  await expect(page.getByText(/Run of 4 photos/)).toBeVisible();
  await expect(page.getByText(/Removal of 2 photos/)).toHaveCount(0);
});

test('an account without an administrator’s role is told so: the first refusals end the run, and nothing is written', async ({
  everybody,
  control,
  page,
}) => {
  await control.patch({ consent: { [people.adele.address]: ['User.ReadBasic.All'] } });
  const chosen = coloredPeople(9);
  await everybody.open(people.adele.name);
  await everybody.press('Add photos');
  await expect(page.getByText(/you need an administrator’s role/)).toBeVisible();
  await chooseFiles(page, everybody.button('Choose files'), await filesOf(chosen));
  await everybody.press('Show the plan');
  await everybody.press('Save 9 photos');
  await page.getByRole('link', { name: people.adele.name }).click();
  await expect(page.getByText('Only an administrator can accept.')).toBeVisible();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByText('You have not signed in.')).toBeVisible();
  expect(await writtenPaths(control)).toEqual([]);
  // An administrator has approved it for everybody; the role is missing still.
  await control.patch({ adminConsent: { 'contoso.com': ['User.ReadBasic.All', 'User.ReadWrite.All'] } });
  await everybody.button('Sign in').press('Enter');
  await page.getByRole('link', { name: people.adele.name }).click();
  await expect(page.getByRole('alert')).toHaveText(/does not let this account change the photos of others/, {
    timeout: 30_000,
  });
  await expect(page.getByText(/[1-5] not tried/)).toBeVisible();
});

test('a dropped folder is read, and axe finds nothing on the way to its plan at 500 and 320 pixels, in German: light, dark and forced', async ({
  everybody,
  control,
  page,
}) => {
  await control.patch({ consent: writing });
  await page.addInitScript(() => Object.defineProperty(navigator, 'language', { get: () => 'de-DE' }));
  const expectAccessibleInEveryLook = async (): Promise<void> => {
    for (const [colorScheme, forcedColors] of looks) {
      await page.emulateMedia({ colorScheme, forcedColors });
      for (const width of [500, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await expectAccessiblePage(page);
      }
    }
  };
  await everybody.open(people.alex.name);
  await everybody.press('Fotos hinzufügen');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fotos hinzufügen');
  const folder = writeFolder(await filesOf(coloredPeople(3)));
  await dropFolder(page, folder);
  await expect(page.getByText('3 von 3 Dateien sind zugeordnet')).toBeVisible();
  await expectAccessibleInEveryLook();
  await everybody.press('Plan anzeigen');
  await everybody.button('3 Fotos speichern').waitFor({ timeout: 30_000 });
  await expectAccessibleInEveryLook();
  rmSync(folder, { recursive: true });
});

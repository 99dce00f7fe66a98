import { readFileSync } from 'node:fs';
import { chooseFiles, coloredPeople, expectPhotosOf, filesOf, heldColors, writtenPaths } from './support/manyPhotos';
import { people } from './support/people';
import { PeoplePage } from './support/peoplePage';
import { isNear } from './support/pixels';
import { expect, test as base } from './support/story';

// Microsoft 365 groups on the administrators' page, where the config block lets the add-in read them.

const test = base.extend<{ everybody: PeoplePage }>({
  everybody: async ({ page, places, control }, use) => {
    await control.patch({ organization: 27 });
    await use(new PeoplePage(page, places));
  },
});

const { adele, alex, nova, orion, sales } = people;

const reading = ['User.ReadBasic.All', 'Group.Read.All'];
const aGroupPhoto = /^\/v1\.0\/groups\/[\w-]+\/photo\/\$value$/;

/** The groups with photos, each with a color of its own. */
const groups = [
  { ...orion, login: orion.address, color: '#c83c28', alias: '', employeeId: '' },
  { ...nova, login: nova.address, color: '#2850c8', alias: '', employeeId: '' },
];

test('groups are listed after the people, with kind, state and face, and are found, filtered and exported like them', async ({
  everybody,
  control,
  page,
}) => {
  await control.patch({ consent: { [alex.address]: ['User.ReadBasic.All'] } });
  await everybody.open(alex.name, '?groups=on');
  await expect(page.getByRole('listitem')).toHaveText(['Group.Read.All']);
  await page.getByRole('link', { name: 'Accept' }).click();
  await expect(page.getByText('All 27 people and 2 groups are read').first()).toBeVisible();
  await expect(everybody.grid).toHaveAttribute('aria-rowcount', '30');
  const search = page.getByRole('searchbox');
  await search.fill('orion');
  await expect(everybody.row(orion.name)).toHaveText(/orion@contoso\.com.*Group.*Photo.*360 × 360/s);
  await expect(everybody.row(orion.name).locator('img')).toBeVisible();
  await search.fill(sales.name);
  await expect(page.getByRole('heading', { name: 'No matches', level: 2 })).toBeVisible();
  await search.fill('');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Group');
  await expect(page.getByText('2 shown', { exact: true })).toBeVisible();
  await expect(page.getByRole('row')).toHaveText([/Name/, /Project Nova/, /Project Orion/]);
  await page.getByRole('checkbox', { name: 'Select all 2 shown' }).click();
  const saving = page.waitForEvent('download');
  await everybody.button('Export selected').click();
  const lines = readFileSync(await (await saving).path())
    .toString()
    .split('\r\n');
  expect(lines).toContain('Project Orion,orion@contoso.com,,Group,Photo,360,360');
  expect(lines).toHaveLength(4);
  const log = await control.log();
  const parts = log.filter(({ method, path }) => method === 'PART' && /^\/v1\.0\/groups\/[\w-]+\/photo$/.test(path));
  expect(parts).toHaveLength(2);
  expect(Math.max(...log.map(({ atOnce = 0 }) => atOnce))).toBeLessThanOrEqual(4);
});

test('without the approval for groups the people are listed, and one sentence says that the groups are not', async ({
  everybody,
  control,
  page,
}) => {
  await everybody.open(adele.name, '?groups=on');
  await expect(page.getByText('Only an administrator can accept.')).toBeVisible();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByText('You have not signed in.')).toBeVisible();
  await everybody.button('Sign in').click();
  await page.getByRole('link', { name: adele.name }).click();
  await everybody.expectAllRead();
  await expect(everybody.grid).toHaveAttribute('aria-rowcount', '28');
  const sentence = page.getByText(/^Groups could not be listed/);
  await expect(sentence).toBeVisible();
  // The same where the service refuses although the permission is there; elsewhere the sentence is missing.
  await control.patch({
    consent: { [adele.address]: reading },
    faults: [{ path: '/groups', effect: { kind: 'status', status: 403 } }],
  });
  await everybody.open(adele.name, '?groups=on');
  await everybody.expectAllRead();
  await expect(sentence).toBeVisible();
  await control.reset();
  await control.patch({ organization: 27, consent: { [adele.address]: reading } });
  await everybody.open(adele.name);
  await everybody.expectAllRead();
  await expect(everybody.grid).toHaveAttribute('aria-rowcount', '28');
  await expect(sentence).toHaveCount(0);
  expect((await control.log()).filter(({ path }) => path.includes('/groups'))).toEqual([]);
});

test('files of groups and people are one plan: saved, proven and undone, after one question for both permissions', async ({
  everybody,
  control,
  page,
}) => {
  await control.patch({ organization: 100, consent: { [alex.address]: reading } });
  const [someone] = coloredPeople(1);
  if (!someone) throw new Error('No person');
  const chosen = [...groups, someone];
  const before = await heldColors(control, chosen);
  await everybody.open(alex.name, '?groups=on');
  await everybody.press('Add photos');
  await expect(page.getByText(/these permissions: User\.ReadWrite\.All\./)).toBeVisible();
  const [first, second, third] = await filesOf(chosen);
  if (!first || !second || !third) throw new Error('Too few files');
  const files = [first, { ...second, name: 'Project Nova.jpg' }, { ...third, name: `${someone.address}.jpg` }];
  await chooseFiles(page, everybody.button('Choose files'), files);
  await expect(page.getByText('3 of 3 files have a person')).toBeVisible();
  await expect(page.getByText(`Address: ${orion.address}`)).toBeVisible();
  await expect(page.getByText(`Name: ${nova.name}`)).toBeVisible();
  await expect(page.getByText(/these permissions: User\.ReadWrite\.All, Group\.ReadWrite\.All\./)).toBeVisible();
  await everybody.press('Show the plan');
  await expect(page.getByRole('listitem').filter({ hasText: orion.name })).toHaveText(/Group.*Replaces today/s);
  await everybody.press('Save 3 photos');
  await page.getByRole('link', { name: alex.name }).click();
  await expect(page.getByRole('listitem')).toHaveText(['User.ReadWrite.All', 'Group.ReadWrite.All']);
  await page.getByRole('link', { name: 'Accept' }).click();
  await expect(page.getByRole('heading', { name: '3 photos saved and checked' })).toBeVisible({ timeout: 30_000 });
  await expectPhotosOf(control, chosen);
  const written = await writtenPaths(control);
  expect(written).toHaveLength(3);
  expect(written.filter((path) => aGroupPhoto.test(path))).toHaveLength(2);
  await everybody.press('Undo this run');
  await everybody.press('Undo 3 changes');
  await expect(page.getByRole('heading', { name: '3 changes undone and checked' })).toBeVisible({ timeout: 30_000 });
  const after = await heldColors(control, chosen);
  expect(chosen.filter((_one, index) => !isNear(after[index] ?? [], before[index] ?? []))).toEqual([]);
});

test('to remove the photo of a group, the permission for groups alone is asked for', async ({
  everybody,
  control,
  page,
}) => {
  await control.patch({ consent: { [alex.address]: reading } });
  await everybody.open(alex.name, '?groups=on');
  await page.getByRole('searchbox').fill(orion.name);
  await page.getByRole('checkbox', { name: `Select ${orion.name}` }).click();
  await everybody.press('Remove photos');
  await expect(page.getByText('1 removed, 0 without a photo')).toBeVisible();
  await everybody.press('Remove one photo');
  await page.getByRole('link', { name: alex.name }).click();
  await expect(page.getByRole('listitem')).toHaveText(['Group.ReadWrite.All']);
  await page.getByRole('link', { name: 'Accept' }).click();
  await expect(page.getByRole('heading', { name: 'One photo removed and checked' })).toBeVisible({ timeout: 30_000 });
  expect(await writtenPaths(control)).toEqual([expect.stringMatching(aGroupPhoto)]);
  expect((await control.original(orion.address)).toString()).toContain('no upload');
});

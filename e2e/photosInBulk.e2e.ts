import {
  chooseFiles,
  coloredPeople,
  expectPhotosOf,
  filesOf,
  pictureFile,
  writtenPaths,
} from './support/manyPhotos';
import { people } from './support/people';
import { PeoplePage } from './support/peoplePage';
import { expect, test as base } from './support/story';

// Photos of many people at once, on the administrators' page: files, plan, run, undo.

const test = base.extend<{ everybody: PeoplePage }>({
  everybody: async ({ page, places, control }, use) => {
    await control.patch({ organization: 100 });
    await use(new PeoplePage(page, places));
  },
});

test('from a folder of files to the proven photos of 20 people, and back by undo, without a mouse', async ({
  everybody,
  control,
  page,
}) => {
  test.setTimeout(120_000);
  const chosen = coloredPeople(20);
  await everybody.open(people.alex.name);
  await everybody.press('Add photos');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Add photos');
  const files = [...(await filesOf(chosen)), await pictureFile('IMG_1048.jpg', '#808080')];
  await chooseFiles(page, everybody.button('Choose files'), files);
  await expect(page.getByText('20 of 21 files have a person')).toBeVisible();
  await expect(page.getByText('IMG_1048.jpg')).toBeVisible();
  await everybody.press('Show the plan');
  await expect(page.getByText(/^\d+ new, \d+ replaced, 0 unchanged, 1 without a person$/)).toBeVisible();
  // Nothing is written before the plan is confirmed; the permission to write is asked for by it.
  expect(await writtenPaths(control)).toEqual([]);
  await everybody.press('Save 20 photos');
  await page.getByRole('link', { name: 'Accept' }).click();
  await expect(page.getByRole('heading', { name: '20 photos saved and checked' })).toBeVisible({ timeout: 30_000 });
  await expectPhotosOf(control, chosen);
  expect(new Set(await writtenPaths(control)).size).toBe(20);
  expect(await writtenPaths(control)).toHaveLength(20);
});

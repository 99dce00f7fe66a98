import { madeUpId } from '../sandbox/service/madeUpPeople';
import { chooseFiles, coloredPeople, expectPhotosOf, filesOf, writtenPaths } from './support/manyPhotos';
import { people } from './support/people';
import { PeoplePage } from './support/peoplePage';
import { expect, test as base } from './support/story';

// What a person can do with a run over many photos while it goes on, and after it.

const count = 10;

/** A page with the plan of ten photos, the permission to write, and a service that takes its time. */
const test = base.extend<{ everybody: PeoplePage }>({
  everybody: async ({ page, places, control }, use) => {
    const consent = { [people.alex.address]: ['User.ReadBasic.All', 'User.ReadWrite.All'] };
    await control.patch({ organization: 100, consent });
    const everybody = new PeoplePage(page, places);
    await everybody.open(people.alex.name);
    await everybody.press('Add photos');
    await chooseFiles(page, everybody.button('Choose files'), await filesOf(coloredPeople(count)));
    await everybody.press('Show the plan');
    await everybody.button(`Save ${count} photos`).waitFor({ timeout: 40_000 });
    await control.patch({ latency: 300 });
    await use(everybody);
  },
});

const aWhile = { timeout: 30_000 };

test('a run is paused and gone on with, waits for a click after a lost connection, and tries again what was refused', async ({
  everybody,
  control,
  page,
  context,
}) => {
  const chosen = coloredPeople(count);
  const refused = chosen.at(-1);
  if (!refused) throw new Error('Too few people');
  const body = JSON.stringify({ error: { code: 'ErrorAccessDenied', message: 'No' } });
  const effect = { kind: 'status', status: 403, headers: { 'content-type': 'application/json' }, body };
  const path = `users/${madeUpId(Number(refused.login.slice(1, 7)))}/photo`;
  await control.patch({ faults: [{ method: 'PUT', path, effect }] });
  await everybody.press(`Save ${count} photos`);
  await everybody.press('Pause');
  await expect(page.getByText(/^The run is paused\./)).toBeVisible(aWhile);
  const written = (await writtenPaths(control)).length;
  expect(written).toBeLessThan(count);
  await expect(page.getByText(/not tried$/)).toBeVisible();
  await context.setOffline(true);
  await everybody.press('Go on');
  await expect(page.getByRole('alert')).toHaveText(/The service cannot be reached\./, aWhile);
  expect(await writtenPaths(control)).toHaveLength(written);
  await context.setOffline(false);
  await everybody.press('Go on');
  await expect(page.getByRole('heading', { name: `${count - 1} photos saved and checked, 1 refused` })).toBeVisible(
    aWhile,
  );
  await control.patch({ faults: [] });
  await everybody.press('Try the refused ones again');
  await expect(page.getByRole('heading', { name: `${count} photos saved and checked` })).toBeVisible(aWhile);
  await expectPhotosOf(control, chosen);
});

test('a run that is stopped says what was not tried, and offers no way to go on', async ({
  everybody,
  control,
  page,
}) => {
  await everybody.press(`Save ${count} photos`);
  await everybody.press('Stop');
  const result = page.getByRole('heading', { name: /^\d photos? saved and checked, \d+ not tried$/ });
  await expect(result).toBeVisible(aWhile);
  const [saved, left] = ((await result.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
  expect((saved ?? 0) + (left ?? 0)).toBe(count);
  expect(await writtenPaths(control)).toHaveLength(saved ?? -1);
  await expect(everybody.button('Go on')).toHaveCount(0);
  await everybody.button('Back to the list').first().press('Enter');
  await expect(everybody.grid).toBeVisible();
  await expect(page.getByText(/^Run of 10 photos/)).toBeVisible();
  await expect(everybody.button('Go on')).toHaveCount(0);
});

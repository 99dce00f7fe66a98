import { readFileSync } from 'node:fs';
import { setTimeout as passTime } from 'node:timers/promises';
import type { Places } from '../sandbox/host/window';
import { CrashingBrowser } from './support/crashingBrowser';
import {
  chooseFiles,
  coloredPeople,
  expectPhotosOf,
  filesOf,
  writtenPaths,
  type ColoredPerson,
  type NamedPicture,
} from './support/manyPhotos';
import { people } from './support/people';
import { PeoplePage } from './support/peoplePage';
import { createRandom } from './support/random';
import type { SandboxControl } from './support/sandboxControl';
import { expect, test } from './support/story';
import { watchContext, type Watchers } from './support/watchers';

// A run whose browser crashes in the middle, again and again. A longer one:
// CUT_PHOTOS=300 CUTS=10 CUT_SEED=1 npx playwright test e2e/cutoff

const seed = Number(process.env['CUT_SEED'] ?? 2026);
const photos = Number(process.env['CUT_PHOTOS'] ?? 10);
const cuts = Number(process.env['CUTS'] ?? 2);

/** For a whole run, and for its plan. */
const long = { timeout: 30_000 + photos * 3_000 };

test(`a run of ${photos} photos survives ${cuts} crashes (CUT_SEED=${seed}): each photo is right, none written twice`, async ({
  control,
  places,
}) => {
  test.setTimeout(120_000 + photos * 6_000 + cuts * 20_000);
  const random = createRandom(seed);
  const browser = new CrashingBrowser();
  try {
    const chosen = coloredPeople(photos);
    await control.patch({
      organization: photos * 3 + 100,
      consent: { [people.alex.address]: ['User.ReadBasic.All', 'User.ReadWrite.All'] },
    });
    let opened = await open(browser, control, places);
    await showPlan(opened.everybody, await filesWithRareNames(chosen));
    await control.patch({ latency: 60 });
    for (let cut = 0; cut < cuts; cut++) {
      // Each opening sends a part, so that the last one has something left.
      const sent = 1 + random(Math.ceil(photos / (cuts + 1)));
      const sending = waitForWrites(opened.everybody, sent);
      await opened.everybody.press(cut === 0 ? `Save ${photos} photos` : 'Go on');
      await sending;
      await passTime(random(150));
      await browser.crash();
      opened = await open(browser, control, places);
      await expect(opened.everybody.page.getByText(`Run of ${photos} photos`)).toBeVisible();
    }
    expect((await writtenPaths(control)).length).toBeLessThan(photos);
    await opened.everybody.press('Go on');
    const done = opened.everybody.page.getByRole('heading', { name: `${photos} photos saved and checked` });
    await expect(done).toBeVisible(long);
    await expectPhotosOf(control, chosen);
    const paths = await writtenPaths(control);
    expect(new Set(paths).size).toBe(photos);
    expect(paths).toHaveLength(photos);
    await expectReport(opened.everybody, chosen);
    expect(await opened.faults()).toEqual([]);
  } finally {
    await browser.remove();
  }
});

/** The administrators' page in a browser that was just started, signed in. `faults`: what a story may not do unnoticed. */
interface OpenedPage extends Watchers {
  readonly everybody: PeoplePage;
}

async function open(browser: CrashingBrowser, control: SandboxControl, places: Places): Promise<OpenedPage> {
  const context = await browser.open();
  const watchers = await watchContext(context, control, places);
  const everybody = new PeoplePage(await context.newPage(), places);
  await everybody.open(people.alex.name);
  return { everybody, ...watchers };
}

/** The first two files are found by an alias and by an employee id. */
async function filesWithRareNames(chosen: readonly ColoredPerson[]): Promise<readonly NamedPicture[]> {
  const files = await filesOf(chosen);
  const rare = [chosen[0]?.alias, chosen[1]?.employeeId];
  return files.map((file, index) => ({ ...file, name: rare[index] ? `${rare[index]}.jpg` : file.name }));
}

async function showPlan(everybody: PeoplePage, files: readonly NamedPicture[]): Promise<void> {
  await everybody.press('Add photos');
  await chooseFiles(everybody.page, everybody.button('Choose files'), files);
  await everybody.press('Show the plan');
  await everybody.button(`Save ${photos} photos`).waitFor(long);
}

/** Resolves when so many photos are being sent. */
function waitForWrites({ page }: PeoplePage, count: number): Promise<void> {
  let sent = 0;
  return new Promise((resolve) => {
    page.on('request', (request) => {
      if (request.method() === 'PUT' && ++sent === count) resolve();
    });
  });
}

/** The report says of each person that the photo is saved. */
async function expectReport(everybody: PeoplePage, chosen: readonly ColoredPerson[]): Promise<void> {
  const saving = everybody.page.waitForEvent('download');
  await everybody.press('Save report');
  const report = readFileSync(await (await saving).path()).toString();
  expect(report.match(/Saved and checked/g)).toHaveLength(chosen.length);
  expect(chosen.filter(({ login }) => !report.includes(login))).toEqual([]);
}

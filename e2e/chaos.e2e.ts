import { Disturbances, disturbAll } from './support/disturbances';
import { Editing } from './support/editing';
import { watchFaces, type DrawnFace } from './support/faces';
import { installHostLink, interceptSelection } from './support/hostLink';
import { people } from './support/people';
import { colorOf, isNear } from './support/pixels';
import { choose, createRandom } from './support/random';
import { RandomSaves } from './support/randomSaves';
import { colleagueItem, RandomUse, seenColleagues } from './support/randomUse';
import { expect, test } from './support/story';
import { measureUsage, recordObjectUrls, type Usage } from './support/usage';

const seed = Number(process.env['CHAOS_SEED'] ?? 2026);
const seconds = Number(process.env['CHAOS_SECONDS'] ?? 10);

const unseen = [1, 2].map((more) => ({
  name: `Colleague ${seenColleagues + more}`,
  address: colleagueItem(seenColleagues + more),
}));

test(`with everything taken away and given back for ${seconds} s (CHAOS_SEED=${seed}) the pane recovers by itself`, async ({
  outlook,
  control,
  context,
  page,
  pane,
  reports,
}) => {
  test.setTimeout((seconds + 180) * 1_000);
  // A click and the return of the network end a pause.
  reports.allow(/before the end of a pause/);
  // A network's own page allows no other origin to read it.
  reports.allow(/blocked by CORS policy/);
  await context.addInitScript(recordObjectUrls);
  await installHostLink(page);
  // A sign-in that the bridge refuses opens a window: it is closed, as by a person.
  context.on('page', (opened) => void opened.close());
  await new Editing(outlook).consentToWrite();
  await outlook.open('?crowd=on&permission=ReadWriteMailbox');
  await outlook.expectFace(people.megan);
  const frame = outlook.paneFrame();
  await interceptSelection(frame);
  const faces = await watchFaces(outlook);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const random = createRandom(seed);
  const first = await colorOf(await outlook.photo(people.adele.address));
  const use = new RandomUse(outlook, random);
  const saves = new RandomSaves(outlook, random);

  const showMyPhoto = async (): Promise<void> => {
    if (await use.open('My photo')) await saves.change();
  };
  const actions = [() => use.select(), () => use.select(), () => use.openDetails(), () => use.lookUp(), showMyPhoto];
  // Undisturbed first: what is loaded later is loaded before anything is counted.
  for (const action of actions) await action();
  // On a busy machine a click at random may come before its button.
  await expect(async () => {
    await use.open('My photo');
    if (saves.counts.tried === 0) await saves.save();
    expect(await saves.settle(10_000)).toBe(true);
    expect(saves.counts).toMatchObject({ saved: 1, failed: 0 });
  }).toPass({ timeout: 30_000 });
  const usages = [await measureUsage(session, frame)];

  const disturbances = new Disturbances(outlook, seed);
  try {
    for (let half = 0; half < 2; half++) {
      const end = Date.now() + seconds * 500;
      while (Date.now() < end) await choose(random, actions)();
      usages.push(await measureUsage(session, frame));
    }
  } finally {
    await disturbances.end();
  }

  await test.step('a face that was not read yet appears after a failure without a click', async () => {
    await use.open('Message');
    const restore = await disturbAll(outlook);
    await outlook.select(unseen[0]?.address ?? '');
    await expect(pane.getByRole('heading', { name: unseen[0]?.name ?? '' })).toBeVisible();
    await expect(pane.getByText(/could not be read|cannot be reached|has a problem/)).toBeVisible({ timeout: 30_000 });
    await restore();
    await outlook.expectFace(unseen[0] ?? people.megan);
  });

  await test.step('another one appears after the pause that the service asks for', async () => {
    const effect = { kind: 'status', status: 429, headers: { 'retry-after': '2' } };
    await control.patch({ faults: [{ path: 'batch', effect, times: 1 }] });
    await outlook.select(unseen[1]?.address ?? '');
    await outlook.expectFace(unseen[1] ?? people.megan);
    expect(await control.faultsLeft()).toBe(0);
  });

  await test.step('my photo is saved', async () => {
    // As above; a click that came too late for its limit may have begun a save.
    await expect(async () => {
      await use.open('My photo');
      await expect(pane.getByText(/Saving|Checking the saved photo/)).toHaveCount(0);
      expect(await saves.settle(30_000)).toBe(true);
      expect(await saves.save()).toBe(true);
    }).toPass({ timeout: 60_000 });
    expect(await saves.settle(20_000)).toBe(true);
    await new Editing(outlook).expectText(/^Saved\./);
  });

  usages.push(await measureUsage(session, frame));
  const figures = { seed, seconds, ...use.counts, saves: saves.counts, disturbances: disturbances.counts, usages };
  process.stdout.write(`${JSON.stringify(figures)}\n`);

  // A picture without a name is the one that is being edited.
  const isMine = ({ name, color }: DrawnFace): boolean =>
    [people.adele.name, ''].includes(name) && [...saves.colors, first].some((one) => isNear(one, color));
  const wrong = (await faces.drawn()).filter((face) => !face.right && !isMine(face));
  expect(wrong, 'faces beside the name of another person').toEqual([]);
  expect(growth(usages), JSON.stringify(figures)).toEqual({
    heap: true,
    nodes: true,
    listeners: true,
    objectUrls: true,
  });
});

/** Each is true when it has not grown from the start to the end by more than what is read meanwhile takes. */
function growth(usages: readonly Usage[]): Readonly<Record<keyof Usage, boolean>> {
  const [start, end] = [usages[0], usages.at(-1)];
  if (!start || !end) throw new Error('There is nothing to compare');
  return {
    heap: end.heap - start.heap < 8_000_000,
    nodes: end.nodes - start.nodes < 1_000,
    listeners: end.listeners - start.listeners < 100,
    objectUrls: end.objectUrls <= 70,
  };
}

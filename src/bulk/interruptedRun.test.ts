import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { BulkService, jpeg, ofWindow, people } from './bulkService.fixture';
import { openJournal } from './journal';
import { reportOf } from './report';
import { openRun } from './run';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** Numbers from 0 to 1 that are the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const count = 300;

/** Lines whose cut fell between sending and proof, of all seeds. */
let cuts = 0;

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  'a run of 300 photos that is cut off at a random moment ends right after going on, each photo written once: seed %d',
  async (seed) => {
    const random = randomOf(seed);
    /** What the first window has asked for comes to no end after the cut. */
    let window = 1;
    let cut = (): void => undefined;
    // Of five requests for each photo, the cut comes before this one.
    const last = Math.floor(random() * count * 5);
    const service = new BulkService(async () => {
      const asking = window;
      if (service.requests === last) cut();
      for (let ticks = Math.floor(random() * 3); ticks > 0; ticks--) await new Promise(setImmediate);
      if (asking !== window) await new Promise<never>(() => undefined);
    });
    const all = people(count);
    for (const [index, { id }] of all.entries()) if (index % 3 === 0) service.put(id, jpeg(`old ${index}`));

    const journal = await openJournal();
    const lines = all.map((person, index) => ({ person, file: `${index}.jpg`, photo: jpeg(`new ${index}`) }));
    const { id } = await journal.create({ account: 'admin', kind: 'save' }, lines);
    const closed = new Promise<void>((resolve) => {
      cut = () => {
        window = 2;
        // The service has received each write in flight, or has not.
        for (const store of [...service.pending]) if (random() < 0.5) store();
        service.pending.clear();
        resolve();
      };
    });
    const isClosed = (): boolean => window !== 1;
    void (await openRun(ofWindow(journal, isClosed), id, ofWindow(service.writer(), isClosed))).start();
    await closed;
    const writtenBefore = new Map(service.stored);
    service.inFlight = 0;

    const reopened = await openJournal();
    const left = await reopened.lines(id);
    const run = await openRun(reopened, id, service.writer());
    await run.start();

    expect(run.progress.value).toMatchObject({
      phase: 'finished',
      total: count,
      proven: count,
      refused: 0,
      notTried: 0,
    });
    const held = await Promise.all(all.map((person) => service.textOf(person)));
    expect(held).toEqual(all.map((_person, index) => `new ${index}`));
    expect([...service.stored.values()].filter((writes) => writes !== 1)).toEqual([]);
    expect(service.most).toBeLessThanOrEqual(4);
    // What was stored and not proven before the cut is proven by reading alone.
    const ended = await reopened.lines(id);
    const byReading = ended.filter(({ state }) => state.kind === 'proven' && state.by === 'reading');
    const cutBetween = left.filter(({ state, person }) => state.kind === 'sent' && writtenBefore.has(person.id));
    cuts += cutBetween.length;
    expect(byReading.map(({ index }) => index)).toEqual(cutBetween.map(({ index }) => index));
    const report = reportOf(ended);
    expect(report.lines.map(({ outcome, hadPhoto }) => [outcome, hadPhoto])).toEqual(
      all.map((_person, index) => ['proven', index % 3 === 0]),
    );
  },
);

test('in some of these runs the cut fell between sending and proof', () => {
  expect(cuts).toBeGreaterThan(0);
});

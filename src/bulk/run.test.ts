import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { ThrottledError, UnreachableError } from '../http';
import { PermissionError, PictureRefusedError, ServiceError, SignInRequiredError } from '../photos';
import { BulkService, jpeg, people } from './bulkService.fixture';
import { openJournal, type Journal, type RunRecord } from './journal';
import { reportOf } from './report';
import { retryRefused } from './retry';
import { openRun, type BulkRun } from './run';
import type { NewLine } from './runLine';
import { undoLines } from './undo';

const summary = (status: number, code = '') => ({ status, code, requestId: 'r1' });
const all = people(10);
const [first, second, third] = all;
const idOf = (person: (typeof all)[number] | undefined): string => person?.id ?? '';

let journal: Journal;
let service: BulkService;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  journal = await openJournal();
  service = new BulkService(() => new Promise((resolve) => setTimeout(resolve, 2)));
  for (const { id } of all.slice(5)) service.put(id, jpeg('old'));
});

const newPhotos = (): NewLine[] => all.map((person) => ({ person, file: 'x.jpg', photo: jpeg(`new ${person.id}`) }));

async function runOf(
  lines: Iterable<NewLine> | AsyncIterable<NewLine>,
  kind: RunRecord['kind'] = 'save',
): Promise<BulkRun> {
  const { id } = await journal.create({ account: 'admin', kind }, lines);
  return openRun(journal, id, service.writer());
}

async function untilSending(): Promise<void> {
  while (service.inFlight === 0) await new Promise(setImmediate);
}

const runId = (run: BulkRun): string => run.lines[0]?.runId ?? '';
const texts = (): Promise<readonly (string | null)[]> => Promise.all(all.map((person) => service.textOf(person)));
const fault = (
  person: (typeof all)[number] | undefined,
  ...faults: readonly { error?: Error; isStored?: boolean; isLate?: boolean }[]
): void => void service.faults.set(idOf(person), [...faults]);

test('a run writes every photo once, at most four at a time, and counts on', async () => {
  const run = await runOf(newPhotos());
  const seen: number[] = [];
  run.progress.subscribe(() => seen.push(run.progress.value.proven));
  await run.start();
  expect(run.progress.value).toMatchObject({ phase: 'finished', total: 10, proven: 10, notTried: 0, error: null });
  expect(service.most).toBeGreaterThan(1);
  expect(service.most).toBeLessThanOrEqual(4);
  expect([...service.stored.values()]).toEqual(all.map(() => 1));
  expect(await texts()).toEqual(all.map(({ id }) => `new ${id}`));
  expect(seen).toEqual([...seen].sort((one, other) => one - other));
  expect(await journal.list('admin')).toMatchObject([{ state: 'finished', lines: 10 }]);
});

test('a pause lets the lines in flight end, and the run goes on with the others', async () => {
  const run = await runOf(newPhotos());
  const running = run.start();
  await untilSending();
  run.pause();
  await running;
  const { phase, proven } = run.progress.value;
  expect([phase, proven]).toEqual(['paused', 4]);
  await run.start();
  expect(run.progress.value).toMatchObject({ phase: 'finished', proven: 10 });
  expect([...service.stored.values()]).toEqual(all.map(() => 1));
});

test('after a stop the rest is not tried', async () => {
  const run = await runOf(newPhotos());
  const running = run.start();
  await untilSending();
  await run.stop();
  await running;
  expect(run.progress.value).toMatchObject({ phase: 'stopped', proven: 4, notTried: 6 });
  expect(await journal.list('admin')).toMatchObject([{ state: 'stopped' }]);
  expect(reportOf(run.lines).lines.at(-1)).toMatchObject({ outcome: 'notTried', hadPhoto: null });
});

test('a refusal ends its line with the reason and the code of the service, and no other line', async () => {
  fault(first, { error: new PictureRefusedError(summary(400, 'ValidationWidthTooSmall'), 'tooSmall') });
  fault(second, { error: new PermissionError(summary(403, 'ErrorAccessDenied')) });
  const run = await runOf(newPhotos());
  await run.start();
  expect(run.progress.value).toMatchObject({ phase: 'finished', proven: 8, refused: 2 });
  expect(reportOf(run.lines).lines.slice(0, 2)).toMatchObject([
    {
      outcome: 'refused',
      refusal: { reason: 'tooSmall', status: 400, code: 'ValidationWidthTooSmall', requestId: 'r1' },
    },
    { outcome: 'refused', refusal: { reason: 'notAllowed', status: 403, code: 'ErrorAccessDenied' } },
  ]);
  expect(await retryRefused(journal, runId(run))).toBe(1);
  await run.start();
  expect(run.progress.value).toMatchObject({ proven: 9, refused: 1 });
});

test.each([
  ['a lost connection', new UnreachableError('offline')],
  ['a sign-in that is required', new SignInRequiredError(summary(401), [], null)],
  ['an error of another room', new Error('no token')],
])('%s interrupts the run, which goes on later without a second write of what arrived', async (_name, error) => {
  fault(third, { error, isStored: true });
  const run = await runOf(newPhotos());
  await run.start();
  // The service has the photo: where that is read back at once, it is no interruption.
  if (run.progress.value.phase === 'interrupted') expect(run.progress.value.error).toBe(error);
  await run.start();
  expect(run.progress.value).toMatchObject({ phase: 'finished', proven: 10, error: null });
  expect([...service.stored.values()]).toEqual(all.map(() => 1));
});

test('what was sent and did not arrive is sent again when going on', async () => {
  fault(third, { error: new UnreachableError('offline') });
  const run = await runOf(newPhotos());
  await run.start();
  expect(run.progress.value).toMatchObject({ phase: 'interrupted', error: { name: 'UnreachableError' }, unproven: 1 });
  const again = await openRun(journal, runId(run), service.writer());
  await again.start();
  expect(again.progress.value).toMatchObject({ phase: 'finished', proven: 10 });
  expect([...service.stored.values()]).toEqual(all.map(() => 1));
});

test('what was sent and changed elsewhere before going on is not written over', async () => {
  fault(third, { error: new UnreachableError('offline') });
  const run = await runOf(newPhotos());
  await run.start();
  service.put(idOf(third), jpeg('another'));
  await run.start();
  expect(run.lines[2]?.state).toMatchObject({ kind: 'refused', reason: 'changedElsewhere' });
  expect((await texts())[2]).toBe('another');
});

test('a service that fails is tried three times, each after a look at what it holds', async () => {
  const failed = (isStored: boolean) => ({ error: new ServiceError(summary(503)), isStored });
  fault(first, failed(false), failed(true));
  fault(second, failed(false), failed(false), failed(false));
  const run = await runOf(newPhotos());
  await run.start();
  expect(run.lines[0]?.state.kind).toBe('proven');
  expect(service.stored.get(idOf(first))).toBe(1);
  expect(run.lines[1]?.state).toMatchObject({ kind: 'refused', reason: 'serviceFailed', status: 503 });
});

test('an account that may change no photo is stopped after the first refusals', async () => {
  for (const one of all) fault(one, { error: new PermissionError(summary(403)) });
  const run = await runOf(newPhotos());
  await run.start();
  expect(run.progress.value).toMatchObject({ phase: 'interrupted', error: { name: 'PermissionError' }, proven: 0 });
  expect(run.progress.value.refused).toBeLessThan(10);
  // With another account, or a role, all of them are tried.
  service.faults.clear();
  await retryRefused(journal, runId(run));
  await run.start();
  expect(run.progress.value).toMatchObject({ phase: 'finished', proven: 10 });
});

test('a service that fails for four people in a row interrupts the run', async () => {
  for (const one of all) fault(one, ...Array.from({ length: 3 }, () => ({ error: new ServiceError(summary(500)) })));
  const run = await runOf(newPhotos());
  await run.start();
  expect(run.progress.value).toMatchObject({ phase: 'interrupted', error: { name: 'ServiceError' } });
  const { refused, notTried } = run.progress.value;
  // The lines in flight come to their end.
  expect([refused >= 4, refused <= 7, refused + notTried]).toEqual([true, true, 10]);
  service.faults.clear();
  expect(await retryRefused(journal, runId(run))).toBe(refused);
  await run.start();
  expect(run.progress.value).toMatchObject({ phase: 'finished', proven: 10 });
});

test('a pause that the service asks for is waited for, and shown', async () => {
  const until = Date.now() + 50;
  fault(first, { error: new ThrottledError(until) });
  const run = await runOf(newPhotos());
  const waits: (number | null)[] = [];
  run.progress.subscribe(() => waits.push(run.progress.value.waitsUntil));
  await run.start();
  expect(Date.now()).toBeGreaterThanOrEqual(until - 1);
  expect(waits).toContain(until);
  expect(run.progress.value).toMatchObject({ phase: 'finished', proven: 10, waitsUntil: null });
});

test('a run that waits for the service can be paused', async () => {
  fault(first, { error: new ThrottledError(Date.now() + 3_600_000) });
  const run = await runOf(newPhotos());
  run.progress.subscribe(() => {
    if (run.progress.value.waitsUntil !== null && run.progress.value.proven === 9) run.pause();
  });
  await run.start();
  expect(run.progress.value).toMatchObject({ phase: 'paused', proven: 9, error: null, waitsUntil: null });
});

test('a photo that the service shows later is unproven, and proven by reading when going on', async () => {
  fault(first, { isLate: true });
  const run = await runOf(newPhotos());
  await run.start();
  expect(run.progress.value).toMatchObject({ phase: 'finished', proven: 9, unproven: 1 });
  await run.start();
  expect(run.progress.value).toMatchObject({ proven: 9, unproven: 1 });
  for (const show of service.late) show();
  await run.start();
  expect(run.lines[0]?.state).toMatchObject({ kind: 'proven', by: 'reading' });
  expect(service.stored.get(idOf(first))).toBe(1);
});

test('a photo that was changed since the plan is not replaced', async () => {
  const [line] = newPhotos().slice(9);
  const run = await runOf(line ? [{ ...line, replaces: '"before the plan"' }] : []);
  await run.start();
  expect(run.lines[0]?.state).toMatchObject({ kind: 'refused', reason: 'changedElsewhere' });
  expect(service.stored.size).toBe(0);
});

test('an undo brings back every photo from before, and leaves what was changed since', async () => {
  const run = await runOf(newPhotos());
  await run.start();
  service.put(idOf(first), jpeg('newer'));
  const undo = await runOf(undoLines(journal, runId(run)), 'undo');
  await undo.start();
  expect(undo.progress.value).toMatchObject({ proven: 9, refused: 1 });
  expect(undo.lines[0]?.state).toMatchObject({ kind: 'refused', reason: 'changedElsewhere' });
  expect(await texts()).toEqual(['newer', null, null, null, null, 'old', 'old', 'old', 'old', 'old']);
});

test('photos are removed with the same care, and the removal can be undone', async () => {
  const run = await runOf(
    all.slice(5).map((person) => ({ person, file: null, photo: null })),
    'remove',
  );
  await run.start();
  expect(run.progress.value).toMatchObject({ phase: 'finished', proven: 5 });
  expect(await texts()).toEqual(all.map(() => null));
  const undo = await runOf(undoLines(journal, runId(run)), 'undo');
  await undo.start();
  expect((await texts()).slice(5)).toEqual(['old', 'old', 'old', 'old', 'old']);
});

test('a run that another window works on is not started', async () => {
  const run = await runOf(newPhotos());
  const request = (_name: string, _options: object, work: (lock: null) => unknown): Promise<unknown> =>
    Promise.resolve().then(() => work(null));
  Object.assign(globalThis, { navigator: { locks: { request } } });
  await run.start();
  Reflect.deleteProperty(globalThis, 'navigator');
  expect(run.progress.value).toMatchObject({ phase: 'interrupted', error: { name: 'RunElsewhereError' }, proven: 0 });
  expect(service.requests).toBe(0);
});

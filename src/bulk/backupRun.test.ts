import { ThrottledError, UnreachableError } from '../http';
import { PermissionError, ServiceError, SignInRequiredError, UnexpectedAnswerError, type PhotoResult } from '../photos';
import { openArchive } from './archive';
import { BackupFileError, BackupRun, type BackupOutput, type BackupProgress } from './backupRun';
import { jpeg, people } from './bulkService.fixture';

const summary = (status: number, code = '') => ({ status, code, requestId: 'r1' });
const photo = (text: string): PhotoResult => ({ kind: 'photo', picture: jpeg(text), metadata: null });
const all = people(10);

/** A file in memory, and what became of it. */
function memory() {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const end = { kept: 0, discarded: 0, isClosed: false, isAborted: false };
  const output: BackupOutput = {
    stream: new WritableStream<Uint8Array<ArrayBuffer>>({
      write: (chunk) => void chunks.push(chunk),
      close: () => void (end.isClosed = true),
      abort: () => void (end.isAborted = true),
    }),
    keep() {
      end.kept++;
      return Promise.resolve();
    },
    discard() {
      end.discarded++;
      return Promise.resolve();
    },
  };
  return { open: () => Promise.resolve(output), end, paths: async () => pathsIn(new Blob(chunks)) };
}

async function pathsIn(zip: Blob): Promise<readonly string[]> {
  return (await openArchive(zip)).photos.map(({ path }) => path);
}

/** A service that answers what it is given for a person; `requests`: the ids in the order of the requests. */
function serviceOf(answer: (id: string, time: number) => PhotoResult | Error) {
  const requests: string[] = [];
  const counts = { inFlight: 0, most: 0 };
  const getPhoto = async (owner: 'me' | { readonly address: string }): Promise<PhotoResult> => {
    const id = owner === 'me' ? 'me' : owner.address;
    requests.push(id);
    counts.most = Math.max(counts.most, ++counts.inFlight);
    await new Promise((resolve) => setTimeout(resolve, 1));
    counts.inFlight--;
    const result = answer(id, requests.filter((one) => one === id).length);
    if (result instanceof Error) throw result;
    return result;
  };
  return { requests, counts, services: { photos: { getPhoto }, mayPass: () => false } };
}

async function until(run: BackupRun, isSo: (progress: BackupProgress) => boolean): Promise<void> {
  if (isSo(run.progress.value)) return;
  await new Promise<void>((resolve) => {
    const end = run.progress.subscribe(() => {
      if (!isSo(run.progress.value)) return;
      end();
      resolve();
    });
  });
}

test('every photo is read once, at most four at a time, and those without one are counted', async () => {
  const { services, requests, counts } = serviceOf((id) =>
    id === 'id-3' ? { kind: 'none', reason: 'noMailbox' } : photo(id),
  );
  const file = memory();
  const run = new BackupRun(all, services);
  await run.start(file.open);
  expect(run.progress.value).toMatchObject({ phase: 'finished', total: 10, read: 10, photos: 9, none: 1, unread: [] });
  expect(requests).toEqual(all.map(({ id }) => id));
  expect(counts.most).toBe(4);
  expect(await file.paths()).toHaveLength(9);
  expect(file.end).toMatchObject({ kept: 1, discarded: 0, isClosed: true });
});

test.each([
  ['a refusal', new PermissionError(summary(403, 'ErrorAccessDenied')), 'notAllowed', 403],
  ['a failure', new ServiceError(summary(500)), 'serviceFailed', 500],
  ['no picture', new UnexpectedAnswerError(summary(200), null), 'serviceFailed', 200],
  ['another server', { kind: 'none', reason: 'onPremises' } as const, 'onPremises', undefined],
  ['a removed person', { kind: 'none', reason: 'notInDirectory' } as const, 'unknownPerson', undefined],
])('who alone cannot be read is named with the reason: %s', async (_what, answer, reason, status) => {
  const { services } = serviceOf((id) => (id === 'id-1' ? answer : photo(id)));
  const run = new BackupRun(all, services);
  await run.start(memory().open);
  const { phase, photos, none, unread } = run.progress.value;
  expect([phase, photos, none]).toEqual(['finished', 9, 0]);
  expect(unread.map((one) => [one.person.id, one.reason, one.summary?.status])).toEqual([['id-1', reason, status]]);
});

test('many in a row who cannot be read do not end it while another one can', async () => {
  const { services } = serviceOf((id) => (id < 'id-4' ? photo(id) : new PermissionError(summary(403))));
  const run = new BackupRun(all, services);
  await run.start(memory().open);
  expect(run.progress.value).toMatchObject({ phase: 'finished', photos: 4 });
  expect(run.progress.value.unread).toHaveLength(6);
});

test.each([
  ['from the start', (): boolean => false],
  ['after some were read', (id: string, time: number): boolean => id < 'id-4' && time === 1],
])('a permission refused for all ends it, and there is no file: %s', async (_when, isRead) => {
  const { services } = serviceOf((id, time) => (isRead(id, time) ? photo(id) : new PermissionError(summary(403))));
  const file = memory();
  const run = new BackupRun(all, services);
  await run.start(file.open);
  expect(run.progress.value).toMatchObject({ phase: 'failed', error: { name: 'PermissionError' } });
  expect(file.end).toEqual({ kept: 0, discarded: 1, isClosed: false, isAborted: true });
});

test('an ended sign-in ends it, and requests nothing more', async () => {
  const failure = new SignInRequiredError(summary(401), [], null);
  const { services, requests } = serviceOf((id) => (id === 'id-5' ? failure : photo(id)));
  const file = memory();
  const run = new BackupRun(all, services);
  await run.start(file.open);
  expect(run.progress.value).toMatchObject({ phase: 'failed', error: failure });
  expect(file.end).toMatchObject({ discarded: 1, isAborted: true });
  expect(requests).toHaveLength(8);
});

test.each([
  ['a lost connection', 'id-5', new UnreachableError('offline')],
  ['a service that is down', '', new ServiceError(summary(503))],
])('%s interrupts it until a click, and nobody is lost', async (_what, whose, failure) => {
  let isDown = true;
  const { services } = serviceOf((id) => (isDown && id.startsWith(whose) ? failure : photo(id)));
  const run = new BackupRun(all, services);
  const running = run.start(memory().open);
  await until(run, ({ phase }) => phase === 'interrupted');
  expect(run.progress.value.error).toEqual(failure);
  isDown = false;
  run.goOn();
  await running;
  expect(run.progress.value).toMatchObject({ phase: 'finished', photos: 10, unread: [], error: null });
});

test('what others say may pass is waited for too', async () => {
  class SignInOffline extends Error {}
  const { services } = serviceOf((id, time) => (id === 'id-2' && time === 1 ? new SignInOffline() : photo(id)));
  const run = new BackupRun(all, { ...services, mayPass: (error) => error instanceof SignInOffline });
  const running = run.start(memory().open);
  await until(run, ({ phase }) => phase === 'interrupted');
  run.goOn();
  await running;
  expect(run.progress.value).toMatchObject({ phase: 'finished', photos: 10 });
});

test('a pause of the service is waited for without a click', async () => {
  let end = 0;
  const { services } = serviceOf((id, time) => {
    if (id !== 'id-6' || time > 1) return photo(id);
    end = Date.now() + 40;
    return new ThrottledError(end);
  });
  const run = new BackupRun(all, services);
  const running = run.start(memory().open);
  await until(run, ({ waitsUntil }) => waitsUntil !== null);
  expect(run.progress.value).toMatchObject({ phase: 'running', waitsUntil: end });
  await running;
  expect(run.progress.value).toMatchObject({ phase: 'finished', photos: 10, waitsUntil: null });
  expect(Date.now()).toBeGreaterThanOrEqual(end - 1);
});

test.each(['while it reads', 'in an interruption'])('a stop %s leaves no file', async (when) => {
  const { services } = serviceOf((id) =>
    when !== 'while it reads' && id === 'id-5' ? new UnreachableError('offline') : photo(id),
  );
  const file = memory();
  const run = new BackupRun(all, services);
  const running = run.start(file.open);
  await until(run, ({ phase, read }) => (when === 'while it reads' ? read === 2 : phase === 'interrupted'));
  run.stop();
  await running;
  expect(run.progress.value).toMatchObject({ phase: 'stopped', error: null });
  expect(file.end).toEqual({ kept: 0, discarded: 1, isClosed: false, isAborted: true });
});

test('a file that cannot be opened or written is named so', async () => {
  const full = new DOMException('full', 'QuotaExceededError');
  const stream = new WritableStream<Uint8Array>({ write: () => Promise.reject(full) });
  const { services } = serviceOf(photo);
  const opens = [
    () => Promise.reject(full),
    () => Promise.resolve({ stream, keep: () => Promise.resolve(), discard: () => Promise.resolve() }),
  ];
  for (const open of opens) {
    const run = new BackupRun(all, services);
    await run.start(open);
    const { phase, error } = run.progress.value;
    expect([phase, error instanceof BackupFileError, error?.cause]).toEqual(['failed', true, full]);
  }
});

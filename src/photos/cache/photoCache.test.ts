import { forceCloseDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { policy } from '../policy';
import { openPhotoCache } from './photoCache';
import type { StoredRecord } from './record';

const start = Date.UTC(2026, 10, 2);
let now: number;
const open = () => openPhotoCache('photos', () => now);
const record = (bytes = 10, readAt = now): StoredRecord => ({
  readAt,
  tenant: null,
  answer: { kind: 'photo', type: 'image/jpeg', bytes: jpegOf(bytes), pixels: 120, metadata: null },
});
/** The first bytes of a JPEG, and so many in all. */
function jpegOf(bytes: number): ArrayBuffer {
  const { buffer } = Uint8Array.from({ length: bytes }, (_none, index) => [0xff, 0xd8, 0xff][index] ?? 0);
  return buffer;
}
const account = 'mine';
const put = (store: ReturnType<typeof open>, key: string, answer = record()): Promise<void> =>
  store.put({ key, account }, answer, now);
const usage = (store: ReturnType<typeof open>) => store.usage(account);
const found = async (store: ReturnType<typeof open>, key: string) => (await store.find([key]))[0] ?? null;

/** Making room happens a moment after the writes. */
async function counted(store: ReturnType<typeof open>, people: number): Promise<void> {
  while ((await usage(store)).people !== people) await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
  now = start;
  globalThis.indexedDB = new IDBFactory();
});

test('records are found in the order of the keys, also after reopening', async () => {
  await put(open(), 'one', record(3));
  const store = open();
  await put(store, 'none', { readAt: now, tenant: 't', answer: { kind: 'none', reason: 'notSet' } });
  expect(await store.find(['none', 'nobody', 'one'])).toEqual([
    { readAt: now, tenant: 't', answer: { kind: 'none', reason: 'notSet' } },
    null,
    record(3),
  ]);
  expect(await usage(store)).toEqual({ people: 2, bytes: 3 });
});

test('a copy older than seven days is not found, and is removed when the cache opens', async () => {
  const store = open();
  await put(store, 'old', record());
  now += policy.maxAge + 1;
  expect(await found(store, 'old')).toBeNull();
  await counted(open(), 0);
});

test('a copy from the future, after the clock was set back, is not found', async () => {
  const store = open();
  await put(store, 'future', record(10, now + 86_400_000));
  expect(await found(store, 'future')).toBeNull();
});

test('beyond 500 people the least recently used is evicted', async () => {
  const store = open();
  for (let index = 0; index < policy.maxPeople; index++) {
    now += 1000;
    await put(store, `p${index}`, record());
  }
  now += 7_200_000;
  await store.find(['p0']);
  // Written down beside the answer: the next question waits behind it.
  await usage(store);
  await put(store, 'new', record());
  await counted(store, policy.maxPeople);
  expect((await store.find(['p0', 'p1', 'new'])).map((one) => one !== null)).toEqual([true, false, true]);
});

test('beyond 20 MB the least recently used are evicted', async () => {
  const store = open();
  const megabytes = Array.from({ length: 22 }, (_, index) => `m${index}`);
  for (const key of megabytes) {
    now += 1000;
    await put(store, key, record(1024 * 1024));
  }
  await counted(store, 20);
  const gone = (await store.find(megabytes)).flatMap((one, index) => (one === null ? [index] : []));
  expect(gone).toEqual([0, 1]);
});

test('on a full disk the oldest third is evicted and the new record is stored', async () => {
  const store = open();
  for (const key of ['a', 'b', 'c']) {
    now += 1000;
    await put(store, key, record());
  }
  // Of type "put" of the store of answers, once: this cannot be brought about by really filling a disk.
  const failing = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  await put(store, 'd', record());
  failing.mockRestore();
  expect((await store.find(['a', 'b', 'c', 'd'])).map((one) => one !== null)).toEqual([false, true, true, true]);
});

test('a write that is in flight when the cache is cleared is dropped', async () => {
  const store = open();
  await put(store, 'first', record());
  await Promise.all([put(store, 'second', record()), store.clear(account), put(store, 'at that time', record())]);
  now++;
  await put(store, 'third', record());
  expect(await usage(store)).toEqual({ people: 1, bytes: 10 });
  expect(await found(store, 'third')).not.toBeNull();
});

test('damaged records are misses', async () => {
  const store = open();
  const names = ['cut', 'bare', 'text', 'noJpeg', 'reason'];
  for (const name of names) await put(store, name);
  const raw = await openDB('photos', 4);
  const answer = { kind: 'photo', type: 'image/jpeg', pixels: 120, metadata: null };
  await raw.put('answers', { readAt: now, answer: { ...answer, bytes: jpegOf(4) } }, 'cut');
  await raw.put('answers', { readAt: now }, 'bare');
  await raw.put('answers', { readAt: now, answer: { ...answer, bytes: 'none' } }, 'text');
  await raw.put('answers', { readAt: now, answer: { ...answer, bytes: new ArrayBuffer(10) } }, 'noJpeg');
  await raw.put('answers', { readAt: now, answer: { kind: 'none', reason: 'eaten' } }, 'reason');
  raw.close();
  expect(await store.find(names)).toEqual([null, null, null, null, null]);
});

test('storage that does not open in time is skipped, and used once it is open', async () => {
  // A connection that stays open blocks a newer version.
  const holder = await openDB('photos', 1);
  const store = open();
  expect(await found(store, 'a')).toBeNull();
  holder.close();
  while ((await usage(store)).people === 0) {
    await put(store, 'a');
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await found(store, 'a')).toEqual(record());
});

test('a read that never completes is waited for once, and later reads are skipped', async () => {
  const store = open();
  await put(store, 'a');
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  const silent = jest.spyOn(IDBObjectStore.prototype, 'get').mockReturnValue(new EventTarget() as IDBRequest);
  const first = found(store, 'a');
  await jest.advanceTimersByTimeAsync(2_000);
  expect(await first).toBeNull();
  // The clock stands still: who waited again would wait for ever.
  expect(await found(store, 'a')).toBeNull();
  silent.mockRestore();
  jest.useRealTimers();
});

test('a late update of a use does not restore an evicted record', async () => {
  const store = open();
  await put(store, 'a');
  now += 7_200_000;
  await Promise.all([store.find(['a']), store.clear(account)]);
  expect(await usage(store)).toEqual({ people: 0, bytes: 0 });
});

test('isEmpty reports an empty cache', async () => {
  const store = open();
  expect(await store.isEmpty()).toBe(true);
  await put(store, 'a');
  expect(await store.isEmpty()).toBe(false);
});

test('a database of an unknown version is recreated', async () => {
  (await openDB('photos', 9)).close();
  const store = open();
  await put(store, 'a', record());
  expect(await found(store, 'a')).toEqual(record());
});

test('a database that opens but lacks a store is recreated, once', async () => {
  const opened = jest.spyOn(IDBFactory.prototype, 'open');
  (await openDB('photos', 4, { upgrade: (database) => void database.createObjectStore('answers') })).close();
  opened.mockClear();
  const store = open();
  await put(store, 'a', record());
  expect(await found(store, 'a')).toEqual(record());
  expect(opened).toHaveBeenCalledTimes(2);
  opened.mockRestore();
});

test('rows of another form are not counted, keep no place, and are removed when the cache opens', async () => {
  const store = open();
  for (const key of ['whole', 'number', 'key', 'orphan']) await put(store, key);
  const raw = await openDB('photos', 4);
  await raw.put('uses', { key: 'number', whose: account, usedAt: 'now', readAt: now, bytes: NaN }, 'number');
  await raw.put('uses', { key: 'whole', whose: account, usedAt: now, readAt: now, bytes: 10 }, 'key');
  await raw.put('uses', 'text', 'text');
  await raw.delete('uses', 'orphan');
  expect(await usage(store)).toEqual({ people: 1, bytes: 10 });
  open();
  while ((await raw.count('answers')) + (await raw.count('uses')) !== 2) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await found(store, 'whole')).toEqual(record());
  raw.close();
});

test('a disk that stays full keeps nothing and fails nothing', async () => {
  const store = open();
  const failing = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  await put(store, 'a');
  failing.mockRestore();
  expect(await found(store, 'a')).toBeNull();
  await put(store, 'a');
  expect(await found(store, 'a')).toEqual(record());
});

test('a full disk keeps no photo from being removed', async () => {
  const store = open();
  await put(store, 'a');
  const failing = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  await store.clear(account);
  failing.mockRestore();
  expect(await usage(store)).toEqual({ people: 0, bytes: 0 });
});

test.each([
  ['before the removal', -2_000, 0, false],
  ['after it', 1_000, 2_000, true],
  ['before it, and the clock was set back since', -2_000, -3_600_000, false],
  ['after it and after the clock was set back', -3_599_000, -3_598_000, true],
])(
  'a record that another pane requested %s (%i ms, written at %i ms) is stored: %s',
  async (_name, requested, written, isStored) => {
    const [one, other] = [open(), open()];
    await other.clear(account);
    const removed = now;
    now = removed + written;
    await one.put({ key: 'a', account }, record(), removed + requested);
    expect((await found(one, 'a')) !== null).toBe(isStored);
  },
);

test('a database that the browser evicts is a plain miss', async () => {
  const opening = jest.spyOn(IDBFactory.prototype, 'open');
  const store = open();
  await put(store, 'a');
  for (const { value } of opening.mock.results) {
    forceCloseDatabase((value as { result: Parameters<typeof forceCloseDatabase>[0] }).result);
  }
  opening.mockRestore();
  await new Promise((resolve) => setTimeout(resolve));
  await put(store, 'b');
  expect(await store.find(['a', 'b'])).toEqual([null, null]);
});

test('a database that cannot be opened or recreated keeps nothing', async () => {
  const failing = jest.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('Internal error', 'UnknownError');
  });
  const store = open();
  await put(store, 'a');
  expect(await found(store, 'a')).toBeNull();
  expect(await usage(store)).toEqual({ people: 0, bytes: 0 });
  failing.mockRestore();
});

test('a pane that needs a newer version gets it, and this one continues without a cache', async () => {
  const store = open();
  await put(store, 'a', record());
  (await openDB('photos', 5)).close();
  expect(await found(store, 'a')).toBeNull();
  await put(store, 'b', record());
  await store.clear(account);
  expect(await usage(store)).toEqual({ people: 0, bytes: 0 });
});

test('without storage nothing is stored and nothing fails', async () => {
  Object.defineProperty(globalThis, 'indexedDB', {
    configurable: true,
    get: () => {
      throw new DOMException('Blocked', 'SecurityError');
    },
  });
  const store = open();
  await put(store, 'a', record());
  expect(await found(store, 'a')).toBeNull();
  Object.defineProperty(globalThis, 'indexedDB', { configurable: true, writable: true, value: new IDBFactory() });
});

const replaced = { eTag: '"old"', until: start + 1_000 };
const metadata = (eTag: string | null) => ({ id: '648x648', width: 648, height: 648, contentType: 'image/jpeg', eTag });
const withETag = (eTag: string | null): StoredRecord => {
  const { answer, ...rest } = record(10, start);
  return { ...rest, answer: { ...answer, metadata: metadata(eTag) } as StoredRecord['answer'] };
};
const absence: StoredRecord = { readAt: start, tenant: null, answer: { kind: 'none', reason: 'notSet' } };

test.each([
  ['the photo that it has replaced', replaced, withETag('"old"'), false],
  ['a picture without metadata, which may be that photo', replaced, record(20, start), false],
  ['another photo', replaced, withETag('"newer"'), true],
  ['absence', replaced, absence, true],
  ['absence, where there was no photo before', { ...replaced, eTag: null }, absence, false],
  ['what the same pane has read', replaced, { ...withETag('"old"'), replaced }, true],
  ['the photo that it has replaced, a day later', { ...replaced, until: start }, withETag('"old"'), true],
])('a saved copy gives way to what another pane has read: %s', async (_name, saved, read, givesWay) => {
  const store = open();
  const held: StoredRecord = { ...withETag('"new"'), replaced: saved };
  await put(store, 'me', held);
  await put(store, 'me', read);
  expect(await found(store, 'me')).toEqual(givesWay ? read : held);
});

import { IDBDatabase, IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openPhotoCache, type PhotoCache } from './photoCache';
import type { StoredRecord } from './record';

// A person of whom nothing is stored is requested without waiting for storage.

const record = (): StoredRecord => ({ readAt: Date.now(), tenant: null, answer: { kind: 'none', reason: 'notSet' } });
const put = (cache: PhotoCache, key: string): Promise<void> =>
  cache.put({ key, account: 'mine' }, record(), Date.now());

/** A cache that has read which keys are stored: it does so when it opens, and after its writes. */
async function settledCache(): Promise<PhotoCache> {
  const cache = openPhotoCache('photos');
  for (let round = 0; round < 20; round++) await new Promise((resolve) => setImmediate(resolve));
  return cache;
}

/** How many transactions a look-up takes, and how many records it finds. */
async function lookUp(cache: PhotoCache, keys: readonly string[]): Promise<{ transactions: number; found: number }> {
  const transaction = jest.spyOn(IDBDatabase.prototype, 'transaction');
  const found = (await cache.find(keys)).filter((one) => one !== null).length;
  const transactions = transaction.mock.calls.length;
  transaction.mockRestore();
  return { transactions, found };
}

beforeEach(() => (globalThis.indexedDB = new IDBFactory()));

test('a look-up of what is not stored takes no transaction', async () => {
  await put(await settledCache(), 'one');
  const cache = await settledCache();
  expect(await lookUp(cache, ['two', 'three'])).toEqual({ transactions: 0, found: 0 });
  expect(await lookUp(cache, ['two', 'one'])).toEqual({ transactions: 1, found: 1 });
});

test('what is stored since, by this pane or another one, is looked up', async () => {
  const [cache, other] = [await settledCache(), await settledCache()];
  await put(cache, 'mine');
  await put(other, 'theirs');
  cache.expect('theirs');
  expect((await lookUp(cache, ['mine', 'theirs'])).found).toBe(2);
});

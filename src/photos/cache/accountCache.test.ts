import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { observable } from '../../base';
import { AccountCache, isSameAccount, type Account } from './accountCache';
import type { Copy } from './copy';
import { openPhotoCache } from './photoCache';

const megan = { address: 'megan@x.example' };
const adele: Account = { address: 'adele@x.example', tenantId: null };
const alex: Account = { address: 'alex@x.example', tenantId: null };

const copy = (text: string): Copy => ({
  result: { kind: 'photo', picture: new Blob([Uint8Array.of(0xff, 0xd8, 0xff), text]), metadata: null },
  readAt: Date.now(),
  pixels: 40,
  origin: 'service',
  session: 0,
  tenantId: null,
});

function open(first: Account | null) {
  const account = observable<Account | null>(first);
  return { account, cache: new AccountCache(openPhotoCache(), 'place', account) };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('a copy is found by its account alone, however the addresses are written', async () => {
  const { account, cache } = open(adele);
  await cache.of(megan).save(copy('face'), null);
  account.set({ address: ' ADELE@x.example', tenantId: null });
  expect(await cache.of({ address: 'Megan@X.example ' }).find(0)).not.toBeNull();
  account.set(alex);
  expect(await cache.of(megan).find(0)).toBeNull();
});

test('nothing is stored while the account is unknown, even if it becomes known before the answer', async () => {
  const { account, cache } = open(null);
  const person = cache.of(megan);
  account.set(adele);
  await person.save(copy('face'), null);
  expect(await cache.of(megan).find(0)).toBeNull();
  expect(await openPhotoCache().isEmpty()).toBe(true);
});

test('an answer that comes after the account has changed is stored for the account that requested it', async () => {
  const { account, cache } = open(adele);
  const person = cache.of('me');
  account.set(alex);
  await person.save(copy('adele'), null);
  expect(await cache.of('me').find(0)).toBeNull();
  account.set(adele);
  expect(await cache.of('me').find(0)).not.toBeNull();
});

test.each([
  ['A', 'A', true],
  ['A', 'B', false],
  // Lent until the tenant is known.
  ['A', null, true],
  [null, 'A', false],
  [null, null, true],
])('a copy read in tenant %s and looked up in tenant %s is found: %s', async (written, looked, isFound) => {
  const { account, cache } = open({ ...adele, tenantId: written });
  await cache.of(megan).save(copy('face'), null);
  account.set({ ...adele, tenantId: looked });
  expect((await cache.of(megan).find(0)) !== null).toBe(isFound);
});

test('a write that is in flight when the cache is emptied is dropped', async () => {
  const { cache } = open(adele);
  const asked = cache.of(megan);
  await cache.clear();
  await asked.save(copy('late'), null);
  expect(await cache.usage()).toEqual({ people: 0, bytes: 0 });
  const writing = cache.of(megan).save(copy('later'), null);
  await cache.clear();
  await writing;
  expect(await cache.usage()).toEqual({ people: 0, bytes: 0 });
});

test('usage and clear apply to the current account only', async () => {
  const { account, cache } = open(adele);
  await cache.of(megan).save(copy('face'), null);
  account.set(alex);
  expect(await cache.usage()).toEqual({ people: 0, bytes: 0 });
  await cache.clear();
  account.set(adele);
  expect(await cache.usage()).toEqual({ people: 1, bytes: 7 });
});

test('the replaced photo is stored with the copy', async () => {
  const { cache } = open(adele);
  const replaced = { eTag: '"old"', until: Date.now() + 1000 };
  await cache.of('me').save(copy('new'), replaced);
  expect((await cache.of('me').find(0))?.replaced).toEqual(replaced);
});

test.each([
  ['A@x.example', 'one', 'a@x.example', 'one', true],
  ['a@x.example', 'one', 'a@x.example', 'two', false],
  ['a@x.example', null, 'a@x.example', 'two', true],
  ['a@x.example', 'one', 'a@x.example', null, true],
  ['a@x.example', 'one', 'b@x.example', 'one', false],
])('%s of tenant %s and %s of tenant %s: the same account is %s', (address, tenantId, otherAddress, other, isSame) => {
  expect(isSameAccount({ address, tenantId }, { address: otherAddress, tenantId: other })).toBe(isSame);
});

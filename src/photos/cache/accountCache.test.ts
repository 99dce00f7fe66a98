import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { observable } from '../../base';
import type { PhotoService } from '../service';
import { keeping, type Account, type Copy } from './keeping';
import { openKeptStore } from './store';

const megan = { address: 'megan@x.example' };
const adele: Account = { address: 'adele@x.example', tenantId: null };
const alex: Account = { address: 'alex@x.example', tenantId: null };

/** Nobody is asked here. */
const silent = {} as PhotoService;

const copy = (text: string): Copy => ({
  answer: { kind: 'photo', picture: new Blob([Uint8Array.of(0xff, 0xd8, 0xff), text]), metadata: null },
  readAt: Date.now(),
  pixels: 40,
});

function open(first: Account | null) {
  const account = observable<Account | null>(first);
  return { account, kept: keeping(silent, openKeptStore(), 'place', account) };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('a copy is found again, however the addresses are written, and by nobody else', async () => {
  const { account, kept } = open(adele);
  await kept.shelf(megan).keep(copy('face'), null);
  account.set({ address: ' ADELE@x.example', tenantId: null });
  expect(await kept.shelf({ address: 'Megan@X.example ' }).find()).not.toBeNull();
  account.set(alex);
  expect(await kept.shelf(megan).find()).toBeNull();
});

test('while nobody knows whose mailbox it is, nothing is kept, also when that is learnt before the answer', async () => {
  const { account, kept } = open(null);
  const shelf = kept.shelf(megan);
  account.set(adele);
  await shelf.keep(copy('face'), null);
  expect(await kept.shelf(megan).find()).toBeNull();
  expect(await kept.count()).toEqual({ people: 0, bytes: 0 });
});

test('an answer that comes after the account has changed is kept for the account that asked', async () => {
  const { account, kept } = open(adele);
  const shelf = kept.shelf('me');
  account.set(alex);
  await shelf.keep(copy('adele'), null);
  expect(await kept.shelf('me').find()).toBeNull();
  account.set(adele);
  expect(await kept.shelf('me').find()).not.toBeNull();
});

test.each([
  ['A', 'A', true],
  ['A', 'B', false],
  // Lent until the tenant is known.
  ['A', null, true],
  [null, 'A', false],
  [null, null, true],
])('read in tenant %s, looked for in tenant %s: found %s', async (written, looked, isFound) => {
  const { account, kept } = open({ ...adele, tenantId: written });
  await kept.shelf(megan).keep(copy('face'), null);
  account.set({ ...adele, tenantId: looked });
  expect((await kept.shelf(megan).find()) !== null).toBe(isFound);
});

test('what is on its way when all is forgotten does not arrive', async () => {
  const { kept } = open(adele);
  const asked = kept.shelf(megan);
  await kept.clear();
  await asked.keep(copy('late'), null);
  expect(await kept.count()).toEqual({ people: 0, bytes: 0 });
  const writing = kept.shelf(megan).keep(copy('later'), null);
  await kept.clear();
  await writing;
  expect(await kept.count()).toEqual({ people: 0, bytes: 0 });
});

test('counting and forgetting are of one account alone', async () => {
  const { account, kept } = open(adele);
  await kept.shelf(megan).keep(copy('face'), null);
  account.set(alex);
  expect(await kept.count()).toEqual({ people: 0, bytes: 0 });
  await kept.clear();
  account.set(adele);
  expect(await kept.count()).toEqual({ people: 1, bytes: 7 });
});

test('what a save has replaced is written down with the copy', async () => {
  const { kept } = open(adele);
  const replaced = { eTag: '"old"', until: Date.now() + 1000 };
  await kept.shelf('me').keep(copy('new'), replaced);
  expect((await kept.shelf('me').find())?.replaced).toEqual(replaced);
});

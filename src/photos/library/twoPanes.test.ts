import { observable, type Observable } from '../../base';
import type { PhotoResult, PhotoService } from '../api/photoService';
import { AccountCache, type Account } from '../cache/accountCache';
import { openPhotoCache } from '../cache/photoCache';
import { reader, photo, settled, useOwnClock } from './pane.fixture';
import { createPhotoLibrary } from './photoLibrary';
import type { Portrait } from './portrait';

// Two windows of one browser: each pane has its own memory, and both have one storage.

const close = useOwnClock();
const megan = { address: 'megan@contoso.com' };
const adele: Account = { address: 'adele@contoso.com', tenantId: null };
const alex: Account = { address: 'alex@contoso.com', tenantId: null };

/** A pane whose service answers at once, or when the test lets it. */
function pane(first = adele) {
  const waiting: (() => void)[] = [];
  const state = { isSlow: false, asked: 0 };
  const service: PhotoService = {
    ...reader,
    async getPhoto(): Promise<PhotoResult> {
      state.asked++;
      if (state.isSlow) await new Promise<void>((resolve) => waiting.push(resolve));
      return photo('"1"');
    },
  };
  const account = observable<Account | null>(first);
  const library = close(createPhotoLibrary(service, new AccountCache(openPhotoCache(), 'place', account)));
  const usage = library.watchUsage();
  usage.subscribe(() => undefined);
  return {
    state,
    account,
    /** Removes the kept photos of the account. */
    removeKept: () => library.forgetAll(),
    people: () => usage.value?.people,
    showMegan: (): Observable<Portrait> => {
      const portrait = library.watch(megan, { pixels: 120, withMetadata: true });
      portrait.subscribe(() => undefined);
      return portrait;
    },
    /** Answers the oldest request. */
    answer: async (): Promise<void> => {
      waiting.shift()?.();
      await settled();
    },
  };
}

/** How many are kept for an account, as a pane that opens now finds it. */
async function keptFor(account: Account): Promise<number | undefined> {
  const later = pane(account);
  await settled();
  return later.people();
}

const sourceOf = ({ value }: Observable<Portrait>): string => ('source' in value ? value.source : value.status);

test('what one pane has read, another one finds without a request, however long it is open', async () => {
  const [one, other] = [pane(), pane()];
  await settled();
  one.showMegan();
  await settled();
  const portrait = other.showMegan();
  await settled();
  expect([portrait.value.status, sourceOf(portrait), one.state.asked, other.state.asked]).toEqual([
    'photo',
    'cache',
    1,
    0,
  ]);
});

test('what a pane is reading when another one removes the kept photos is not kept: it is read again', async () => {
  const [one, other] = [pane(), pane()];
  one.state.isSlow = true;
  const portrait = one.showMegan();
  await settled();
  await Promise.all([other.removeKept(), settled()]);
  await one.answer();
  expect({ asked: one.state.asked, kept: await keptFor(adele) }).toEqual({ asked: 2, kept: 0 });
  await one.answer();
  expect([portrait.value.status, await keptFor(adele)]).toEqual(['photo', 1]);
});

test('what is written at the moment at which another pane removes the kept photos is not kept', async () => {
  const [one, other] = [pane(), pane()];
  one.state.isSlow = true;
  one.showMegan();
  await settled();
  // The same moment: none of the two waits for the other.
  const removing = other.removeKept();
  await one.answer();
  await removing;
  expect(await keptFor(adele)).toBe(0);
});

test('what was kept is neither counted nor called kept after another pane has removed it', async () => {
  const first = pane();
  first.showMegan();
  await settled();
  const [one, other] = [pane(), pane()];
  const portrait = one.showMegan();
  await settled();
  expect([sourceOf(portrait), one.people()]).toEqual(['cache', 1]);
  await Promise.all([other.removeKept(), settled()]);
  expect({ source: sourceOf(portrait), people: one.people(), asked: one.state.asked }).toEqual({
    source: 'memory',
    people: 0,
    asked: 0,
  });
  // Also in the pane that has removed it.
  expect(sourceOf(other.showMegan())).toBe('loading');
});

test('a kept photo that is being looked up when another pane removes it is requested', async () => {
  pane().showMegan();
  await settled();
  const [one, other] = [pane(), pane()];
  await settled();
  const portrait = one.showMegan();
  const removing = other.removeKept();
  await settled();
  await removing;
  expect(sourceOf(portrait)).not.toBe('cache');
  expect(one.state.asked).toBe(1);
});

test('a read that outlives a switch of the account is not kept after another pane has removed the kept photos', async () => {
  const [one, other] = [pane(), pane()];
  one.state.isSlow = true;
  one.showMegan();
  await settled();
  one.account.set(alex);
  await Promise.all([other.removeKept(), settled()]);
  await one.answer();
  expect(await keptFor(adele)).toBe(0);
});

test('a pane of another account goes on as before', async () => {
  pane(alex).showMegan();
  await settled();
  const [one, other] = [pane(alex), pane()];
  const portrait = one.showMegan();
  await settled();
  await Promise.all([other.removeKept(), settled()]);
  expect([sourceOf(portrait), one.people(), one.state.asked]).toEqual(['cache', 1, 0]);
});

import { observable, type Observable } from '../../base';
import { AccountCache, type Account } from '../cache/accountCache';
import { openPhotoCache } from '../cache/photoCache';
import type { Portrait } from './portrait';
import { nobody, photo, settled, useOwnClock } from './pane.fixture';
import { createPhotoLibrary } from './photoLibrary';
import { savePhoto } from './savePhoto';
import type { NoPhoto, Photo, PhotoResult, PhotoService } from '../api/photoService';

// Several faces of one person, on the screen and on the machine, and what one of them learns.

const megan = { address: 'megan@contoso.com' };
const day = 86_400_000;
const adele: Account = { address: 'adele@contoso.com', tenantId: null };

const opened = useOwnClock();
const removed: NoPhoto = { kind: 'none', reason: 'notSet' };

/** A pane whose service holds one photo for everybody, which the test changes. */
function pane(account: Observable<Account | null> = observable<Account | null>(adele)) {
  let held: Photo | NoPhoto | Error = photo('"1"');
  const asked: string[] = [];
  const service: PhotoService = {
    ...nobody,
    getMetadata: () => (held instanceof Error ? Promise.reject(held) : Promise.resolve(metadataOf(held))),
    listSizes: () => Promise.resolve([]),
    setPhoto: () => Promise.resolve(),
    removePhoto: () => Promise.resolve(),
    getPhoto(_owner, { eTag, pictureOnly }: { eTag?: string; pictureOnly?: boolean } = {}): Promise<PhotoResult> {
      asked.push(pictureOnly ? 'picture' : eTag === undefined ? 'whole' : 'eTag');
      if (held instanceof Error) return Promise.reject(held);
      if (held.kind === 'none' || !held.metadata) return Promise.resolve(held);
      if (eTag === held.metadata.eTag) return Promise.resolve({ kind: 'unchanged', metadata: held.metadata });
      return Promise.resolve(pictureOnly ? { ...held, metadata: null } : held);
    },
  };
  const library = opened(createPhotoLibrary(service, new AccountCache(openPhotoCache(), 'place', account)));
  const look = (portrait: Observable<Portrait>): Observable<Portrait> => {
    portrait.subscribe(() => undefined);
    return portrait;
  };
  return {
    asked,
    library,
    holds: (next: Photo | NoPhoto | Error): void => void (held = next),
    large: () => look(library.watch(megan, { pixels: 120, withMetadata: true })),
    small: () => look(library.watch(megan, { pixels: 40, withMetadata: false })),
  };
}

function metadataOf(held: Photo | NoPhoto) {
  if (held.kind === 'none' || !held.metadata) return removed;
  return held.metadata;
}

const eTagOf = ({ value }: Observable<Portrait>): string | null | undefined =>
  value.status === 'photo' ? value.metadata?.eTag : value.status;

/** Later by the clock, and a minute more for the pane to notice. */
async function later(milliseconds: number): Promise<void> {
  jest.setSystemTime(Date.now() + milliseconds);
  await jest.advanceTimersByTimeAsync(61_000);
  await settled();
}

test('a small face uses the photo that a large one has read', async () => {
  const { asked, large, small } = pane();
  large();
  await settled();
  const row = small();
  await settled();
  expect(asked).toEqual(['whole']);
  expect(eTagOf(row)).toBe('"1"');
});

test('a photo read for the large face is shown by the small one', async () => {
  const { holds, library, large, small } = pane();
  const row = small();
  await settled();
  holds(photo('"2"'));
  large();
  await settled();
  expect(eTagOf(row)).toBe('"2"');
  holds(photo('"3"'));
  library.reread(megan);
  await settled();
  // Read by itself, as a picture alone.
  expect(row.value.status === 'photo' && (await row.value.picture.text())).toContain('"3"');
});

test('a removed photo disappears from every face', async () => {
  const { holds, large, small } = pane();
  const row = small();
  await settled();
  holds(removed);
  large();
  await settled();
  expect(eTagOf(row)).toBe('none');
});

test('a small face of a cached large photo is compared by its eTag, and a new photo is stored', async () => {
  const first = pane();
  first.large();
  await settled();
  first.library.close();
  jest.setSystemTime(Date.now() + 1.1 * day);
  const second = pane();
  second.holds(photo('"2"'));
  const row = second.small();
  await settled();
  expect(second.asked).toEqual(['eTag']);
  expect(eTagOf(row)).toBe('"2"');
  second.library.close();
  const third = pane();
  const again = third.small();
  await settled();
  expect([third.asked, eTagOf(again)]).toEqual([[], '"2"']);
});

test('an open pane requests again after a day, and shows nothing older than seven days', async () => {
  const { asked, holds, large } = pane();
  const card = large();
  await settled();
  await later(1.1 * day);
  expect(asked).toEqual(['whole', 'eTag']);
  holds(new Error('away'));
  await later(8 * day);
  expect(card.value).toMatchObject({ status: 'failed', stale: null });
});

test('absence stays on the screen while it is requested again, and when that fails', async () => {
  const { holds, large } = pane();
  holds(removed);
  const card = large();
  await settled();
  const shown: string[] = [];
  card.subscribe(() => shown.push(card.value.status));
  holds(new Error('away'));
  await later(2 * 3_600_000);
  expect(card.value).toMatchObject({ status: 'failed', stale: { result: { kind: 'none', reason: 'notSet' } } });
  expect(shown).not.toContain('loading');
});

test('after a save the replaced photo does not come back, not even in a pane opened later', async () => {
  const first = pane();
  first.large();
  await settled();
  // The service takes the new one, and goes on telling the old one.
  const saving = savePhoto(first.library.saving, megan, new Blob([Uint8Array.of(0xff, 0xd8, 0xff), 'new']));
  await settled();
  expect((await saving).proven).toBe(false);
  first.library.reread(megan);
  await settled();
  first.library.close();
  jest.setSystemTime(Date.now() + 120_000);
  const second = pane();
  const card = second.large();
  await settled();
  // Asked, since it is not proven yet; and not believed.
  expect(second.asked).toEqual(['whole']);
  expect(card.value).toMatchObject({ status: 'photo', metadata: { eTag: null } });
  second.holds(photo('"2"'));
  second.library.reread(megan);
  await settled();
  expect(eTagOf(card)).toBe('"2"');
});

test('a first photo stays while the service still reports none', async () => {
  const { holds, large, library } = pane();
  holds(removed);
  const card = large();
  await settled();
  const saving = savePhoto(library.saving, megan, new Blob([Uint8Array.of(0xff, 0xd8, 0xff), 'new']));
  await settled();
  await saving;
  library.reread(megan);
  await settled();
  expect(card.value.status).toBe('photo');
});

test('another account never sees a photo of the first one', async () => {
  const account = observable<Account | null>(adele);
  const { holds, large, small } = pane(account);
  const [card, row] = [large(), small()];
  await settled();
  holds(new Error('away'));
  account.set({ address: 'alex@contoso.com', tenantId: null });
  expect([card.value.status, row.value.status]).toEqual(['loading', 'loading']);
  await settled();
  expect(card.value).toMatchObject({ status: 'failed', stale: null });
});

test('copies of another tenant are removed once the tenant is known', async () => {
  const first = pane(observable<Account | null>({ ...adele, tenantId: 'A' }));
  first.large();
  await settled();
  first.library.close();
  const account = observable<Account | null>(adele);
  const second = pane(account);
  second.holds(photo('"2"'));
  const card = second.large();
  await settled();
  expect(eTagOf(card)).toBe('"1"');
  account.set({ ...adele, tenantId: 'B' });
  expect(card.value.status).toBe('loading');
  await settled();
  expect(eTagOf(card)).toBe('"2"');
});

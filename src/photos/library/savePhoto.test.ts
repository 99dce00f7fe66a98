import { observable } from '../../base';
import { UnreachableError } from '../../http';
import { PictureRefusedError } from '../api/errors';
import type { Photo, PhotoMetadata, PhotoOptions, PhotoService } from '../api/photoService';
import { AccountCache, type Account } from '../cache/accountCache';
import { openPhotoCache } from '../cache/photoCache';
import { nobody, photo, settled, useOwnClock } from './pane.fixture';
import { createPhotoLibrary } from './photoLibrary';
import { savePhoto } from './savePhoto';

const adele = { address: 'adele@contoso.com' };
const opened = useOwnClock();
const card = { pixels: 120, withMetadata: true };

/** A pane of Adele's. `write`: what becomes of the photo that the service holds. */
function pane(write: (held: Photo, jpeg: Blob) => Photo) {
  let held = photo('"1"');
  const service: PhotoService = {
    ...nobody,
    getMetadata: () => Promise.resolve(held.metadata as PhotoMetadata),
    listSizes: () => Promise.resolve([]),
    setPhoto: async (_owner, jpeg, { onResponse } = {}) => {
      onResponse?.({ status: 200, code: '', requestId: 'write' });
      held = await Promise.resolve(write(held, jpeg));
    },
    removePhoto: null,
    getPhoto: (_owner, { pictureOnly }: PhotoOptions = {}) =>
      Promise.resolve(pictureOnly ? { ...held, metadata: null } : held),
  };
  const account = observable<Account | null>({ ...adele, tenantId: null });
  const cache = new AccountCache(openPhotoCache(), 'place', account);
  const library = opened(createPhotoLibrary(service, cache));
  const mine = library.watch(adele, card);
  mine.subscribe(() => undefined);
  return { library, cache, account, mine };
}

const mineOnly = new Blob([Uint8Array.of(0xff, 0xd8, 0xff), 'mine'], { type: 'image/jpeg' });
const others = photo('"other"');

/** The outcome, once storage and reads have settled. */
async function outcomeOf(saving: Promise<unknown>): Promise<unknown> {
  const outcome = saving.catch((error: unknown) => error);
  await settled();
  return outcome;
}

test('a photo that another program saved meanwhile is shown and kept with its own eTag, and not the one that was sent', async () => {
  const { library, cache, mine } = pane(() => others);
  await settled();
  const error = await outcomeOf(savePhoto(library.saving, adele, mineOnly));
  expect(error).toMatchObject({ name: 'UnprovenSaveError', reason: 'changedElsewhere' });
  expect(mine.value).toMatchObject({ status: 'photo', picture: others.picture, metadata: { eTag: '"other"' } });
  const [kept] = await Promise.all([cache.of(adele).find(0), settled()]);
  const result = kept?.copy.result as Photo;
  expect([result.metadata?.eTag, await result.picture.text()]).toEqual(['"other"', await others.picture.text()]);
});

test('the response to the last write is known, and forgotten with the account', async () => {
  const { library, account } = pane(() => ({ ...photo('"2"'), picture: mineOnly }));
  await settled();
  expect(library.lastWrite(adele)).toBeNull();
  await outcomeOf(savePhoto(library.saving, adele, mineOnly));
  expect(library.lastWrite(adele)?.response).toEqual({ status: 200, code: '', requestId: 'write' });
  account.set({ address: 'nina@fabrikam.com', tenantId: null });
  expect(library.lastWrite(adele)).toBeNull();
});

test.each([
  [new UnreachableError('down'), 'UnreachableError'],
  [new PictureRefusedError({ status: 400, code: 'No', requestId: '' }, 'unclear'), 'PictureRefusedError'],
])('after a write that fails nothing new is shown: %#', async (failure, name) => {
  const { library, mine } = pane(() => {
    throw failure;
  });
  await settled();
  expect(await outcomeOf(savePhoto(library.saving, adele, mineOnly))).toMatchObject({ name });
  expect(mine.value).toMatchObject({ status: 'photo', metadata: { eTag: '"1"' } });
});

test('cleared while a save is in flight, the storage stays empty', async () => {
  const { library, cache } = pane(() => ({ ...photo('"2"'), picture: mineOnly }));
  await settled();
  const saving = savePhoto(library.saving, adele, mineOnly);
  const clearing = library.forgetAll();
  await outcomeOf(Promise.all([saving, clearing]));
  const [kept] = await Promise.all([cache.of(adele).find(0), settled()]);
  expect(kept).toBeNull();
});

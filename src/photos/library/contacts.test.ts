import { observable } from '../../base';
import { AccountCache } from '../cache/accountCache';
import { openPhotoCache } from '../cache/photoCache';
import type { PhotoResult, PhotoService } from '../api/photoService';
import { reader, photo, settled, useOwnClock } from './pane.fixture';
import { createPhotoLibrary } from './photoLibrary';

const olivia = { address: 'olivia@elsewhere.example' };
const megan = { address: 'megan@contoso.com' };
const size = { pixels: 120, withMetadata: true };
const outside: PhotoResult = { kind: 'none', reason: 'notInDirectory' };
const fromContacts: PhotoResult = {
  ...photo('"c"'),
  person: { kind: 'contact', id: 'c1', foundAt: 0, addresses: [olivia.address] },
};

const close = useOwnClock();

/** A service in which Olivia is a contact while contacts are used, and a library on the same storage. */
function open() {
  const state = { areUsed: false, waiting: [] as (() => void)[], isSlow: false };
  const service: PhotoService = {
    ...reader,
    removePhoto: () => Promise.resolve(),
    async getPhoto(owner) {
      const isOlivia = owner !== 'me' && 'address' in owner && owner.address === olivia.address;
      const result = !isOlivia ? photo('"m"') : state.areUsed ? fromContacts : outside;
      if (state.isSlow) await new Promise<void>((resolve) => state.waiting.push(resolve));
      return result;
    },
  };
  const account = observable({ address: 'adele@contoso.com', tenantId: null });
  const cache = new AccountCache(openPhotoCache(), 'place', account);
  const library = close(createPhotoLibrary(service, cache));
  const portrait = library.watch(olivia, size);
  const colleague = library.watch(megan, size);
  portrait.subscribe(() => undefined);
  colleague.subscribe(() => undefined);
  const use = async (areUsed: boolean): Promise<void> => {
    state.areUsed = areUsed;
    const applied = library.applyContacts(areUsed);
    await settled();
    await applied;
  };
  return { state, cache, library, portrait, colleague, use };
}

test('begun, outsiders are read again; ended, their photos leave the screen and the storage, and no others', async () => {
  const { cache, library, portrait, colleague, use } = open();
  await settled();
  expect(portrait.value).toMatchObject({ status: 'none', reason: 'notInDirectory' });
  await use(true);
  expect(portrait.value).toMatchObject({ status: 'photo', person: { kind: 'contact' } });
  expect(library.kindOf(olivia)).toBe('contact');
  expect([library.canRemove(olivia), library.canRemove(megan)]).toEqual([false, true]);
  expect((await cache.of(olivia).find(0))?.copy.result.kind).toBe('photo');
  await use(false);
  expect(portrait.value).toMatchObject({ status: 'none', reason: 'notInDirectory' });
  expect((await cache.of(olivia).find(0))?.copy.result.kind).not.toBe('photo');
  expect(colleague.value.status).toBe('photo');
  expect((await cache.of(megan).find(0))?.copy.result.kind).toBe('photo');
});

test('a contact that is being read when the use ends does not appear', async () => {
  const { state, portrait, use } = open();
  await settled();
  state.isSlow = true;
  await use(true);
  expect(state.waiting).toHaveLength(1);
  await use(false);
  state.isSlow = false;
  for (const answer of state.waiting) answer();
  await settled();
  expect(portrait.value).toMatchObject({ status: 'none', reason: 'notInDirectory' });
});

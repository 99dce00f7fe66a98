import { observable } from '../../base';
import { AccountCache } from '../cache/accountCache';
import { openPhotoCache } from '../cache/photoCache';
import type { Portrait } from './portrait';
import { reader, useOwnClock } from './pane.fixture';
import { createPhotoLibrary } from './photoLibrary';
import type { PhotoResult, PhotoOwner, PhotoService } from '../api/photoService';

const opened = useOwnClock();
const megan = { address: 'megan@contoso.com' };
const photo = (eTag = '"1"'): PhotoResult => ({
  kind: 'photo',
  picture: new Blob([eTag], { type: 'image/jpeg' }),
  metadata: { id: '64x64', width: 64, height: 64, contentType: 'image/jpeg', eTag },
});

/** A service whose answers the test gives, one after another. */
function manual() {
  const asked: { owner: PhotoOwner; signal: AbortSignal | undefined; answer: (value: PhotoResult | Error) => void }[] =
    [];
  const service: PhotoService = {
    ...reader,
    getPhoto: (owner, { signal } = {}) =>
      new Promise((resolve, reject) => {
        const answer = (value: PhotoResult | Error): void => (value instanceof Error ? reject(value) : resolve(value));
        asked.push({ owner, signal, answer });
      }),
  };
  const cache = new AccountCache(openPhotoCache(), 'test', observable(null));
  return { asked, library: opened(createPhotoLibrary(service, cache)) };
}

/** Longer than the debounce of look-ups. */
const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(200);

test('two watchers of one person share one request, however the address is written', async () => {
  const { asked, library } = manual();
  const [one, other] = [
    library.watch(megan, { pixels: 120, withMetadata: true }),
    library.watch({ address: ' MEGAN@contoso.com' }, { pixels: 120, withMetadata: true }),
  ];
  one.subscribe(() => undefined);
  other.subscribe(() => undefined);
  await settle();
  asked[0]?.answer(photo());
  await settle();
  expect(asked).toHaveLength(1);
  expect([one.value.status, other.value.status]).toEqual(['photo', 'photo']);
});

test('the last watcher to leave aborts the request', async () => {
  const { asked, library } = manual();
  const portrait = library.watch(megan, { pixels: 120, withMetadata: true });
  const [first, second] = [portrait.subscribe(() => undefined), portrait.subscribe(() => undefined)];
  await settle();
  first();
  expect(asked[0]?.signal?.aborted).toBe(false);
  second();
  expect(asked[0]?.signal?.aborted).toBe(true);
});

test('absence is a state of its own, and is not requested again at once', async () => {
  const { asked, library } = manual();
  const leave = library.watch(megan, { pixels: 120, withMetadata: true }).subscribe(() => undefined);
  await settle();
  asked[0]?.answer({ kind: 'none', reason: 'notSet' });
  await settle();
  leave();
  const again = library.watch(megan, { pixels: 120, withMetadata: true });
  again.subscribe(() => undefined);
  expect(again.value).toMatchObject({ status: 'none', reason: 'notSet' });
  expect(asked).toHaveLength(1);
});

test('a failure keeps the stale photo, and reading again brings the new one', async () => {
  const { asked, library } = manual();
  const portrait = library.watch(megan, { pixels: 120, withMetadata: true });
  const states: Portrait['status'][] = [];
  portrait.subscribe(() => states.push(portrait.value.status));
  await settle();
  asked[0]?.answer(photo());
  await settle();
  library.reread(megan);
  await settle();
  asked[1]?.answer(new Error('down'));
  await settle();
  expect(portrait.value).toMatchObject({ status: 'failed', stale: { result: { metadata: { eTag: '"1"' } } } });
  library.rereadFailed();
  await settle();
  asked[2]?.answer(photo('"2"'));
  await settle();
  expect(portrait.value).toMatchObject({ status: 'photo', metadata: { eTag: '"2"' } });
  expect(states).not.toContain('none');
});

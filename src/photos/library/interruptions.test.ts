import { observable } from '../../base';
import { UnreachableError } from '../../http';
import { AccountCache, type Account } from '../cache/accountCache';
import { openPhotoCache } from '../cache/photoCache';
import { nobody, photo, settled, useOwnClock } from './pane.fixture';
import { createPhotoLibrary } from './photoLibrary';
import { savePhoto } from './savePhoto';
import type { PhotoResult, PhotoMetadata, PhotoOptions, PhotoService } from '../api/photoService';

// Reads and saves that are interrupted: by leaving, another account, an outage.

const diego = { address: 'diego@contoso.com' };
const [minute, day] = [60_000, 86_400_000];
const opened = useOwnClock();

/** A library whose service responds when the test calls `asked`, and reports what was saved. */
function pane() {
  const account = observable<Account | null>({ address: 'adele@contoso.com', tenantId: null });
  const asked: ((answer: PhotoResult | Error) => void)[] = [];
  const writes: (() => void)[] = [];
  const service: PhotoService = {
    ...nobody,
    getMetadata: () => Promise.resolve(photo('"saved"').metadata as PhotoMetadata),
    listSizes: () => Promise.resolve([]),
    setPhoto: () => new Promise((resolve) => void writes.push(resolve)),
    removePhoto: null,
    getPhoto: (_owner, { signal }: PhotoOptions = {}) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
        asked.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      }),
  };
  const library = opened(createPhotoLibrary(service, new AccountCache(openPhotoCache(), 'place', account)));
  return { account, asked, writes, library };
}

test('a large face that was left before its response is requested again, not replaced by a row’s picture', async () => {
  const { asked, library } = pane();
  library.watch(diego, { pixels: 40, withMetadata: false }).subscribe(() => undefined);
  await settled();
  asked[0]?.(photo(null));
  await settled();
  const leave = library.watch(diego, { pixels: 120, withMetadata: true }).subscribe(() => undefined);
  await settled();
  leave();
  await settled();
  const again = library.watch(diego, { pixels: 120, withMetadata: true });
  again.subscribe(() => undefined);
  await settled();
  expect(asked).toHaveLength(3);
  asked[2]?.(photo('"1"'));
  await settled();
  expect(again.value).toMatchObject({ status: 'photo', metadata: { eTag: '"1"' } });
});

test('a save that ends after the account has changed does not change the new account’s photo', async () => {
  const { account, asked, writes, library } = pane();
  const mine = library.watch({ address: 'adele@contoso.com' }, { pixels: 120, withMetadata: true });
  mine.subscribe(() => undefined);
  await settled();
  asked.pop()?.(photo('"adele"'));
  await settled();
  const saving = savePhoto(library.saving, { address: 'adele@contoso.com' }, new Blob(['new'], { type: 'image/jpeg' }));
  await settled();
  // What there is, for the undo.
  asked.pop()?.(photo('"adele"'));
  await settled();
  account.set({ address: 'lynne@contoso.com', tenantId: null });
  await settled();
  asked.pop()?.(photo('"lynne"'));
  await settled();
  writes[0]?.();
  await settled();
  asked.pop()?.(photo('"saved"'));
  await settled();
  // With the token of another account, what the service holds is not known.
  expect(await saving).toMatchObject({ proven: false, now: { metadata: { eTag: null } } });
  expect(mine.value).toMatchObject({ status: 'photo', metadata: { eTag: '"lynne"' } });
});

test('a photo that becomes too old during an outage leaves the screen', async () => {
  const { asked, library } = pane();
  const face = library.watch(diego, { pixels: 120, withMetadata: true });
  let drawn = face.value;
  face.subscribe(() => (drawn = face.value));
  await settled();
  asked.pop()?.(photo('"1"'));
  await settled();
  const start = Date.now();
  while (Date.now() - start < 7 * day + 2 * minute) {
    await jest.advanceTimersByTimeAsync(20 * minute);
    asked.pop()?.(new UnreachableError('down'));
    await jest.advanceTimersByTimeAsync(0);
    const isOld = Date.now() - start > 7 * day + minute;
    expect(drawn.status === 'failed' && drawn.stale !== null && isOld).toBe(false);
  }
  await settled();
  asked.pop()?.(new UnreachableError('down'));
  await settled();
  expect(drawn).toMatchObject({ status: 'failed', stale: null });
});

test('a transient error is retried by the open pane', async () => {
  const { asked, library } = pane();
  const face = library.watch(diego, { pixels: 120, withMetadata: true });
  face.subscribe(() => undefined);
  await settled();
  asked.pop()?.(new UnreachableError('down'));
  await jest.advanceTimersByTimeAsync(7 * minute);
  await settled();
  expect(asked).toHaveLength(1);
  asked.pop()?.(photo('"1"'));
  await settled();
  expect(face.value.status).toBe('photo');
});

test('an error that needs the user is not retried', async () => {
  const { asked, library } = pane();
  library.watch(diego, { pixels: 120, withMetadata: true }).subscribe(() => undefined);
  await settled();
  asked.pop()?.(Object.assign(new Error('no consent'), { name: 'InteractionRequiredError' }));
  await jest.advanceTimersByTimeAsync(30 * minute);
  expect(asked).toHaveLength(0);
});

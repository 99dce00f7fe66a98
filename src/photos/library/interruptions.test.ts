import { observable } from '../base';
import { UnreachableError } from '../http';
import { keeping, type Account } from './kept/keeping';
import { openKeptStore } from './kept/store';
import { ownClock, photo, settled } from './pane.fixture';
import { createPortraits } from './portraits';
import type { PhotoAnswer, PhotoMetadata, PhotoOptions, PhotoService } from './service';

// What somebody else comes in between of: a look away, another account, an outage.

const diego = { address: 'diego@contoso.com' };
const [minute, day] = [60_000, 86_400_000];
const opened = ownClock();

/** A pane whose service answers when the test says so, and tells what was saved. */
function pane() {
  const account = observable<Account | null>({ address: 'adele@contoso.com', tenantId: null });
  const asked: ((answer: PhotoAnswer | Error) => void)[] = [];
  const writes: (() => void)[] = [];
  const service: PhotoService = {
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
  const portraits = opened(createPortraits(keeping(service, openKeptStore(), 'place', account)));
  return { account, asked, writes, portraits };
}

test('a large face that was left before its answer is asked for again: a row’s picture does not stand for it', async () => {
  const { asked, portraits } = pane();
  portraits.pictureOf(diego, 40).subscribe(() => undefined);
  await settled();
  asked[0]?.(photo(null));
  await settled();
  const leave = portraits.of(diego, 120).subscribe(() => undefined);
  await settled();
  leave();
  await settled();
  const again = portraits.of(diego, 120);
  again.subscribe(() => undefined);
  await settled();
  expect(asked).toHaveLength(3);
  asked[2]?.(photo('"1"'));
  await settled();
  expect(again.value).toMatchObject({ status: 'photo', metadata: { eTag: '"1"' } });
});

test('a save that ends when another account has come leaves that one its own photo', async () => {
  const { account, asked, writes, portraits } = pane();
  const mine = portraits.of('me', 120);
  mine.subscribe(() => undefined);
  await settled();
  asked.pop()?.(photo('"adele"'));
  await settled();
  const saving = portraits.save('me', new Blob(['new'], { type: 'image/jpeg' }));
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
  expect((await saving).now).toMatchObject({ kind: 'photo', metadata: { eTag: '"saved"' } });
  expect(mine.value).toMatchObject({ status: 'photo', metadata: { eTag: '"lynne"' } });
});

test('a photo whose seven days end amid an outage leaves the screen', async () => {
  const { asked, portraits } = pane();
  const face = portraits.of(diego, 120);
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

test('a failure that passes by itself is asked about again by the pane itself', async () => {
  const { asked, portraits } = pane();
  const face = portraits.of(diego, 120);
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

test('a failure that only somebody can mend is not asked about again', async () => {
  const { asked, portraits } = pane();
  portraits.of(diego, 120).subscribe(() => undefined);
  await settled();
  asked.pop()?.(Object.assign(new Error('no consent'), { name: 'InteractionRequiredError' }));
  await jest.advanceTimersByTimeAsync(30 * minute);
  expect(asked).toHaveLength(0);
});

import { observable, type Observable } from '../../base';
import { UnreachableError } from '../../http';
import type { Photo, PhotoService } from '../api/photoService';
import { AccountCache } from '../cache/accountCache';
import { openPhotoCache } from '../cache/photoCache';
import { reader, photo, settled, useOwnClock } from './pane.fixture';
import { createPhotoLibrary } from './photoLibrary';
import type { Portrait } from './portrait';

const opened = useOwnClock();
const megan = { address: 'megan@contoso.com' };
const [minute, hour] = [60_000, 3_600_000];

/** A pane with a service that holds a photo. */
function pane() {
  let held: Photo | Error = photo('"1"');
  let asked = 0;
  const service: PhotoService = {
    ...reader,
    getPhoto: () => {
      asked++;
      return held instanceof Error ? Promise.reject(held) : Promise.resolve(held);
    },
  };
  const account = observable({ address: 'adele@contoso.com', tenantId: null });
  const library = opened(createPhotoLibrary(service, new AccountCache(openPhotoCache(), 'test', account)));
  return {
    library,
    count: () => asked,
    holds: (next: Photo | Error): void => void (held = next),
    watch: () => library.watch(megan, { pixels: 120, withMetadata: true }),
  };
}

const statusOf = ({ value }: Observable<Portrait>): string | null | undefined =>
  value.status === 'photo' ? value.metadata?.eTag : value.status;
const setBack = (milliseconds: number): void => jest.setSystemTime(Date.now() - milliseconds);

test.each([
  ['five minutes', 5 * minute],
  ['three hours', 3 * hour],
])('after the clock is set back by %s, a click reads again at once', async (_name, milliseconds) => {
  const { library, count, holds, watch } = pane();
  const portrait = watch();
  portrait.subscribe(() => undefined);
  await settled();
  setBack(milliseconds);
  holds(photo('"2"'));
  library.reread(megan);
  await settled();
  expect(statusOf(portrait)).toBe('"2"');
  // The new copy counts, although the clock was set back once more.
  setBack(minute);
  await jest.advanceTimersByTimeAsync(2 * minute);
  expect(count()).toBeLessThanOrEqual(4);
});

test('a known person who is shown again after the clock was set back is requested at once', async () => {
  const { count, watch } = pane();
  watch().subscribe(() => undefined)();
  const leave = watch().subscribe(() => undefined);
  await settled();
  leave();
  setBack(3 * hour);
  const portrait = watch();
  portrait.subscribe(() => undefined);
  await settled();
  expect(statusOf(portrait)).toBe('"1"');
  expect(count()).toBe(2);
});

test('a failure is retried after its pause, also where the clock was set back meanwhile', async () => {
  const { holds, watch } = pane();
  holds(new UnreachableError());
  const portrait = watch();
  portrait.subscribe(() => undefined);
  await settled();
  expect(statusOf(portrait)).toBe('failed');
  setBack(3 * hour);
  holds(photo('"1"'));
  await jest.advanceTimersByTimeAsync(6 * minute);
  await settled();
  expect(statusOf(portrait)).toBe('"1"');
});

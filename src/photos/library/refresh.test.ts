import { observable } from '../../base';
import { UnreachableError } from '../../http';
import type { PhotoService } from '../api/photoService';
import { AccountCache } from '../cache/accountCache';
import { openPhotoCache } from '../cache/photoCache';
import { reader, photo, settled, useOwnClock } from './pane.fixture';
import { createPhotoLibrary } from './photoLibrary';

const opened = useOwnClock();
const minute = 60_000;

const signInTimeout = Object.assign(new Error('Outlook did not respond in time'), { isTransient: true });

test.each([
  ['an unreachable service', new UnreachableError(), 'photo'],
  ['a sign-in that may succeed later', signInTimeout, 'photo'],
  ['a sign-in that needs a click', new Error('A sign-in prompt is needed'), 'failed'],
])('six minutes after %s the photo was requested again: %s', async (_name, failure, expected) => {
  const answers = [() => Promise.reject(failure), () => Promise.resolve(photo('"1"'))];
  const service: PhotoService = {
    ...reader,
    getPhoto: () => answers.shift()?.() ?? Promise.reject(new Error('not asked again')),
  };
  const account = observable({ address: 'adele@contoso.com', tenantId: null });
  const library = opened(createPhotoLibrary(service, new AccountCache(openPhotoCache(), 'test', account)));
  const portrait = library.watch({ address: 'megan@contoso.com' }, { pixels: 120, withMetadata: true });
  portrait.subscribe(() => undefined);
  await settled();
  expect(portrait.value.status).toBe('failed');
  await jest.advanceTimersByTimeAsync(6 * minute);
  await settled();
  expect(portrait.value.status).toBe(expected);
});

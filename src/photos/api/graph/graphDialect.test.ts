import { createPhotoService } from '../createPhotoService';
import type { NoPhoto, Photo } from '../photoService';
import type { GetAccessToken } from '../withToken';

// Parts of batches in cases that no real service brings about at will.

interface Asked {
  readonly id: string;
  readonly url: string;
}

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 1]).toString('base64');
const picture = { status: 200, headers: { 'content-type': 'image/jpeg' }, body: jpeg };
const metadata = { status: 200, body: { id: '240x240', width: 240, height: 240, '@odata.mediaEtag': '"1"' } };
const notFound = {
  status: 404,
  headers: { 'content-type': 'application/json' },
  body: { error: { code: 'ImageNotFound' } },
};

/** A service that answers batches with these parts. @returns the number of parts of each batch. */
function answering(part: (asked: Asked) => object): number[] {
  const batches: number[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation((_url, init = {}) => {
    const { requests } = JSON.parse(init.body as string) as { requests: readonly Asked[] };
    batches.push(requests.length);
    return Promise.resolve(Response.json({ responses: requests.map((one) => ({ id: one.id, ...part(one) })) }));
  });
  return batches;
}

const open = (accessToken: GetAccessToken = () => Promise.resolve('token')) =>
  createPhotoService({ service: 'graph', serviceUrl: 'https://photos.example/v1.0', accessToken });
const diego = { address: 'diego@contoso.com' };

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

test('parts with transient errors are retried together: three rounds of five batches for a hundred people', async () => {
  const batches = answering(() => ({ status: 500 }));
  const service = open();
  const people = Array.from({ length: 100 }, (_, index) => ({ address: `p${index}@contoso.com` }));
  const all = Promise.allSettled(people.map((one) => service.getPhoto(one, { pixels: 40, pictureOnly: true })));
  await jest.advanceTimersByTimeAsync(10_000);
  expect((await all).every(({ status }) => status === 'rejected')).toBe(true);
  expect(batches).toEqual(new Array(15).fill(20));
});

test('a batch whose requests are all aborted is not sent', async () => {
  const batches = answering(() => picture);
  let give: (token: string) => void = () => undefined;
  const token = new Promise<string>((resolve) => (give = resolve));
  const service = open(() => token);
  const leaving = new AbortController();
  const { signal } = leaving;
  // My photo shares the batch of others, whose permission is requested first.
  const both = Promise.allSettled([
    service.getPhoto(diego, { pixels: 40, pictureOnly: true, signal }),
    service.getPhoto('me', { pixels: 40, pictureOnly: true, signal }),
  ]);
  await jest.advanceTimersByTimeAsync(10);
  leaving.abort();
  give('token');
  await jest.advanceTimersByTimeAsync(10);
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(batches).toEqual([]);
});

test('a missing size is not reported as a missing photo, however the service answers', async () => {
  answering(({ url }) => {
    if (url.includes('/photos/')) return notFound;
    return url.endsWith('$value') ? picture : metadata;
  });
  const service = open();
  const reads = Promise.all([
    service.getPhoto(diego, { pixels: 40 }),
    service.getPhoto(diego, { pixels: 40, pictureOnly: true }),
  ]);
  await jest.advanceTimersByTimeAsync(100);
  expect((await reads).map(({ kind }) => kind)).toEqual(['photo', 'photo']);
});

test('a person without any photo is absent after one more request', async () => {
  const batches = answering(() => notFound);
  const read = open().getPhoto(diego, { pixels: 40, pictureOnly: true }) as Promise<Photo | NoPhoto>;
  await jest.advanceTimersByTimeAsync(100);
  expect(await read).toEqual({ kind: 'none', reason: 'notSet' });
  expect(batches).toEqual([1, 1]);
});

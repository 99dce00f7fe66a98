import { createPhotoService } from '../createPhotoService';
import { isTransientError } from '../errors';

// What a batch says as a whole is about no person: neither "no photo" nor "not in the organization".

const person = { address: 'diego@contoso.com' };

interface Asked {
  readonly id: string;
}

/** A service that answers every batch so. */
function open(status: number, body: (asked: readonly Asked[]) => string) {
  jest.spyOn(globalThis, 'fetch').mockImplementation((_url, init = {}) => {
    const { requests } = JSON.parse(init.body as string) as { requests: readonly Asked[] };
    return Promise.resolve(new Response(body(requests), { status }));
  });
  const accessToken = (): Promise<string> => Promise.resolve('token');
  return createPhotoService({ service: 'graph', serviceUrl: 'https://photos.example/v1.0', accessToken });
}

const each = (part: object) => (asked: readonly Asked[]) =>
  JSON.stringify({ responses: asked.map(({ id }) => ({ id, ...part })) });

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

test.each<[string, number, (asked: readonly Asked[]) => string]>([
  ['nothing', 200, () => ''],
  ['null', 200, () => 'null'],
  ['an empty object', 200, () => '{}'],
  ['an empty list', 200, () => '[]'],
  ['no responses', 200, () => '{"responses":[]}'],
  ['responses of null', 200, () => '{"responses":null}'],
  ['a text', 200, () => 'OK'],
  ['a page', 200, () => '<!doctype html><title>Sign in</title>'],
  ['a page of 404', 404, () => '<!doctype html><title>Not found</title>'],
  ['nothing and 404', 404, () => ''],
  ['a code and 404', 404, () => '{"error":{"code":"ResourceNotFound"}}'],
  ['nothing and 422', 422, () => ''],
  ['responses without a body', 200, each({ status: 200 })],
  ['responses with an empty body', 200, each({ status: 200, headers: { 'content-type': 'image/jpeg' }, body: '' })],
  ['responses with a body of null', 200, each({ status: 200, body: null })],
  ['responses without a status', 200, each({ body: {} })],
])('a batch that is answered with %s (%i) says nothing about a person', async (_name, status, body) => {
  const service = open(status, body);
  const reads = Promise.allSettled([
    service.getPhoto(person, { pixels: 40, pictureOnly: true }),
    service.getPhoto(person, { pictureOnly: true }),
    service.getPhoto(person, { pixels: 120 }),
    service.getPhoto(person, { pixels: 120, eTag: '"1"' }),
    service.getPhoto('me', { pixels: 40, pictureOnly: true }),
    service.getMetadata(person),
    service.listSizes(person),
  ]);
  await jest.advanceTimersByTimeAsync(40_000);
  const answers = (await reads).map((one) =>
    one.status === 'fulfilled' ? one.value : isTransientError(one.reason) ? 'try again' : (one.reason as unknown),
  );
  expect(answers).toEqual(answers.map(() => 'try again'));
});

import fc from 'fast-check';
import type { HttpClient, HttpResponse } from '../../../http';
import { sendBatch, type PartResponse } from './batchRequest';

const whole = new Headers({ 'request-id': 'whole' });

/** Sends a batch of so many parts, which is answered with this body. */
function batchOf(count: number, answer: string): Promise<readonly PartResponse[]> {
  const response: HttpResponse = { status: 200, headers: whole, body: new TextEncoder().encode(answer) };
  const http = { send: () => Promise.resolve(response) } as unknown as HttpClient;
  const parts = Array.from({ length: count }, (_, index) => ({ path: `/${index}` }));
  return sendBatch(http, 'https://photos.example/v1.0', parts, 'token', undefined);
}

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 1]).toString('base64');
const good = { id: '1', status: 200, headers: { 'content-type': 'image/jpeg' }, body: jpeg };

test.each([
  ['null', null],
  ['a text', 'text'],
  ['an empty object', {}],
  ['an element without an id', { status: 200, body: jpeg }],
  ['headers that are null', { id: '2', status: 200, headers: null, body: jpeg }],
  ['headers that are a text', { id: '2', status: 200, headers: 'image/jpeg', body: jpeg }],
  ['a name that no header may have', { id: '2', status: 200, headers: { 'a b': 'c', ' ': '' }, body: jpeg }],
  ['a value that no header may have', { id: '2', status: 200, headers: { etag: 'ü€', x: 'a\nb' }, body: jpeg }],
  ['a value that cannot be a text', { id: '2', status: 200, headers: { x: { toString: 1 } }, body: jpeg }],
  ['a body of null', { id: '2', status: 200, body: null }],
  ['a body that is a list', { id: '2', status: 200, headers: { 'content-type': 'image/jpeg' }, body: [1] }],
  ['a status that is a text', { id: '2', status: '200', body: jpeg }],
  ['an id of another kind', { id: { toString: 1 }, status: 200, body: jpeg }],
])('beside %s, the other part is read', async (_name, bad) => {
  const [first, second] = await batchOf(2, JSON.stringify({ responses: [bad, good] }));
  expect(first).toMatchObject({ status: 200, bytes: Uint8Array.of(0xff, 0xd8, 0xff, 1) });
  expect(second).toMatchObject({ isPart: true, status: expect.any(Number) as number });
});

test('a header that is not allowed costs only itself', async () => {
  const [part] = await batchOf(
    1,
    JSON.stringify({ responses: [{ ...good, headers: { 'a b': 'c', ...good.headers } }] }),
  );
  expect(part?.headers.get('content-type')).toBe('image/jpeg');
});

test.each([2, 3])('an id that %i parts have is nobody’s: the picture may be of another person', async (times) => {
  const [part] = await batchOf(1, JSON.stringify({ responses: new Array<object>(times).fill(good) }));
  expect(part).toMatchObject({ status: 502, isPart: true });
});

test('whatever comes, each part has an answer of its own and nothing is thrown', async () => {
  const element = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        id: fc.constantFrom('1', '2', '3', '4'),
        status: fc.jsonValue(),
        headers: fc.jsonValue(),
        body: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(element), async (responses) => {
      const parts = await batchOf(3, JSON.stringify({ responses }));
      expect(parts.map(({ status, headers }) => [typeof status, headers instanceof Headers])).toEqual(
        new Array(3).fill(['number', true]),
      );
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (answer) => {
      expect(await batchOf(2, answer)).toHaveLength(2);
    }),
  );
});

test('a hundred thousand elements of one id, or lists nested as deep, take less than a second', async () => {
  const start = performance.now();
  await batchOf(20, JSON.stringify({ responses: new Array(100_000).fill({ id: '1' }) }));
  await batchOf(20, `${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(performance.now() - start).toBeLessThan(1_000);
});

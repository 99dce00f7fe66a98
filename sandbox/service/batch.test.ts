import { answerBatch, type BatchPart } from './batch';

interface Part {
  readonly id: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

/** Sends a batch whose parts answer with the status in their address. */
async function send(requests: unknown) {
  const received: BatchPart[] = [];
  const { status, body } = await answerBatch({ requests }, (part) => {
    received.push(part);
    return Promise.resolve({
      status: Number(part.url.slice(1)),
      headers: { etag: '"1"' },
      body: { method: part.method },
    });
  });
  const { responses = [] } = body as { responses?: Part[] };
  return { status, received, parts: new Map(responses.map((part) => [part.id, part])) };
}

test('a part keeps its method, headers and bytes', async () => {
  const headers = { 'Content-Type': 'image/jpeg' };
  const { received } = await send([{ id: '1', method: 'put', url: '/200', headers, body: '/9j/' }]);
  expect(received[0]).toMatchObject({ method: 'PUT', url: '/200', bytes: Buffer.from([0xff, 0xd8, 0xff]) });
  expect(received[0]?.header('content-type')).toBe('image/jpeg');
});

test('a JSON body arrives as JSON; a url may lack its slash', async () => {
  const headers = { 'content-type': 'application/json' };
  const { received } = await send([{ id: '1', method: 'PATCH', url: '200', headers, body: { a: 1 } }]);
  expect([received[0]?.url, received[0]?.bytes.toString()]).toEqual(['/200', '{"a":1}']);
});

test('the content type is given once', async () => {
  const { parts } = await send([{ id: '1', method: 'GET', url: '/200' }]);
  expect(parts.get('1')?.headers).toEqual({ etag: '"1"', 'Content-Type': 'application/json' });
});

test('a part runs after those it depends on', async () => {
  const { received, parts } = await send([
    { id: '1', method: 'DELETE', url: '/200' },
    { id: '2', method: 'GET', url: '/201', dependsOn: ['1'] },
  ]);
  expect(received.map(({ url }) => url)).toEqual(['/200', '/201']);
  expect(parts.get('2')?.status).toBe(201);
});

test('a part that depends on a failed one gets 424 and does not run', async () => {
  const { received, parts } = await send([
    { id: '1', method: 'GET', url: '/404' },
    { id: '2', method: 'GET', url: '/200', dependsOn: ['1'] },
  ]);
  expect(received).toHaveLength(1);
  expect(parts.get('2')).toMatchObject({ status: 424, body: { error: { code: 'FailedDependency' } } });
});

test.each([
  ['none', undefined],
  ['no list', {}],
  ['an empty list', []],
  ['a part that is null', [null]],
  ['a part without an id', [{ method: 'GET', url: '/200' }]],
  ['two parts with one id', [1, 2].map(() => ({ id: '1', method: 'GET', url: '/200' }))],
  ['an unknown method', [{ id: '1', method: 'FETCH', url: '/200' }]],
  ['a write without a content type', [{ id: '1', method: 'PUT', url: '/200', headers: {}, body: '/9j/' }]],
  ['a write without a body', [{ id: '1', method: 'PATCH', url: '/200', headers: { 'Content-Type': 'image/jpeg' } }]],
  ['no url', [{ id: '1', method: 'GET' }]],
  ['an unknown dependency', [{ id: '1', method: 'GET', url: '/200', dependsOn: ['2'] }]],
  ['21 parts', Array.from({ length: 21 }, (_none, id) => ({ id: String(id), method: 'GET', url: '/200' }))],
])('%s: the batch is refused', async (_name, requests) => {
  expect((await send(requests)).status).toBe(400);
});

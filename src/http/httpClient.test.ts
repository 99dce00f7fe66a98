import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient, type HttpClient } from './httpClient';
import type { HttpRequest } from './httpMessages';

type Handler = (response: ServerResponse, request: IncomingMessage) => void;

let server: Server;
let origin: string;
let handlers: Handler[];
let requests: IncomingMessage[];
let http: HttpClient;

const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (response) =>
    void response.writeHead(code, headers).end('{}');
const read = (more: Partial<HttpRequest> = {}): Promise<{ status: number }> =>
  http.send({ method: 'GET', url: `${origin}/photo`, read: true, ...more });

beforeEach(async () => {
  [handlers, requests] = [[], []];
  server = createServer((request, response) => {
    if (request.url === '/marker') return void response.end();
    requests.push(request);
    (handlers.shift() ?? status(200))(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Without jitter every backoff is 0 ms.
  http = createHttpClient(origin, () => 0);
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  server.close();
  server.closeAllConnections();
});

test.each([408, 429, 500, 502, 503, 504, 507])('a read with %i is retried, up to three tries', async (code) => {
  handlers = [status(code), status(code), status(code)];
  expect((await read()).status).toBe(code);
  expect(requests).toHaveLength(3);
});

test.each([400, 401, 403, 404, 409])('%i is not retried', async (code) => {
  handlers = [status(code)];
  expect((await read()).status).toBe(code);
  expect(requests).toHaveLength(1);
});

test('a write is never retried', async () => {
  handlers = [status(503)];
  expect((await read({ method: 'PUT', body: 'x', read: false })).status).toBe(503);
  handlers = [(response) => response.destroy()];
  await expect(read({ method: 'PUT', body: 'x', read: false })).rejects.toMatchObject({ name: 'UnreachableError' });
  expect(requests).toHaveLength(2);
});

test('a connection that breaks before or within the response is retried, then reported as UnreachableError', async () => {
  const breaking: Handler = (response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  };
  handlers = [(response) => response.destroy(), breaking];
  expect((await read()).status).toBe(200);
  handlers = [breaking, breaking, breaking];
  await expect(read()).rejects.toMatchObject({ name: 'UnreachableError' });
});

const nameOf = (error: unknown): string => (error as Error).name;

test('a redirect is not followed, so the token reaches no other origin', async () => {
  const elsewhere: string[] = [];
  const other = createServer((request, response) => {
    elsewhere.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  handlers = [302, 307, 301].map((code) => status(code, { location }));
  const outcome = await read({ headers: { authorization: 'Bearer secret' } }).catch(nameOf);
  other.close();
  expect([outcome, elsewhere]).toEqual(['UnreachableError', []]);
});

test('a request to another origin is rejected before it is sent', async () => {
  await expect(read({ url: 'http://127.0.0.1:1/photo' })).rejects.toMatchObject({ name: 'UnreachableError' });
  expect(requests).toHaveLength(0);
});

test('at most four requests are in flight', async () => {
  const open: ServerResponse[] = [];
  let most = 0;
  handlers = Array.from({ length: 9 }, (): Handler => (response) => {
    open.push(response);
    most = Math.max(most, open.length);
  });
  const all = Promise.all(Array.from({ length: 9 }, () => read()));
  for (let done = 0; done < 9; done++) {
    // Several round trips to the server: a fifth request would have arrived.
    for (let round = 0; round < 5; round++) await fetch(`${origin}/marker`);
    open.shift()?.end();
  }
  await all;
  expect(most).toBe(4);
});

test('Retry-After: 0.3 pauses all requests for at least 0.3 seconds', async () => {
  const throttledAt: number[] = [];
  handlers = [
    (response) => {
      throttledAt.push(Date.now());
      status(429, { 'retry-after': '0.3' })(response, undefined as never);
    },
  ];
  const arrivals: number[] = [];
  server.on('request', () => arrivals.push(Date.now()));
  await read();
  await read();
  expect(arrivals).toHaveLength(3);
  const [throttled = 0] = throttledAt;
  expect(arrivals.slice(1).filter((arrival) => arrival - throttled < 299)).toEqual([]);
});

test('a pause that is extended also holds the requests that wait for it already', async () => {
  let first: ServerResponse | null = null;
  let throttledAt = 0;
  const arrivals: number[] = [];
  server.on('request', () => arrivals.push(Date.now()));
  handlers = [
    (response) => void (first = response),
    (response, request) => {
      first?.on('finish', () => {
        throttledAt = Date.now();
        status(429, { 'retry-after': '0.6' })(response, request);
      });
      if (first) status(429, { 'retry-after': '0.2' })(first, request);
    },
  ];
  await Promise.all([read(), read()]);
  expect(arrivals).toHaveLength(4);
  expect(arrivals.slice(2).filter((arrival) => arrival - throttledAt < 599)).toEqual([]);
});

test('a 429 without Retry-After also pauses all requests', async () => {
  http = createHttpClient(origin, () => 0.5);
  let throttledAt = 0;
  const arrivals: number[] = [];
  server.on('request', () => arrivals.push(Date.now() - throttledAt));
  handlers = [
    (response, request) => {
      throttledAt = Date.now();
      status(429)(response, request);
    },
  ];
  await Promise.all([read(), read().then(() => read())]);
  // Both were in flight; the requests after the 429 kept the pause of 250 ms.
  expect(arrivals.slice(2).filter((arrival) => arrival < 250)).toEqual([]);
  expect(arrivals).toHaveLength(4);
});

test('Retry-After: 86400 rejects this and every later request with a ThrottledError', async () => {
  handlers = [status(429, { 'retry-after': '86400' })];
  await expect(read()).rejects.toMatchObject({ name: 'ThrottledError' });
  await expect(read()).rejects.toMatchObject({ name: 'ThrottledError' });
  expect(requests).toHaveLength(1);
});

/** Answers with 429 and the longest pause that is waited for. */
const throttled = (): Promise<Response> =>
  Promise.resolve(new Response('{}', { status: 429, headers: { 'retry-after': '20' } }));

test('the pause is no part of the time for all tries: a read is sent again after each', async () => {
  jest.useFakeTimers();
  const sent = jest.spyOn(globalThis, 'fetch').mockImplementation(throttled);
  const response = read();
  await jest.advanceTimersByTimeAsync(20_000);
  sent.mockResolvedValue(new Response('{}'));
  await jest.advanceTimersByTimeAsync(20_000);
  expect(await response).toMatchObject({ status: 200, retried: true });
  expect(sent).toHaveBeenCalledTimes(3);
});

test('a write that waits for a pause of 20 s is sent after it', async () => {
  jest.useFakeTimers();
  const sent = jest.spyOn(globalThis, 'fetch').mockImplementationOnce(throttled);
  await read({ method: 'PUT', body: 'x', read: false });
  sent.mockResolvedValueOnce(new Response('{}'));
  const response = read({ method: 'PUT', body: 'x', read: false });
  await jest.advanceTimersByTimeAsync(20_000);
  expect(await response).toMatchObject({ status: 200 });
});

test('an abort rejects with its own reason, without a retry', async () => {
  const reason = new RangeError('enough');
  for (const more of [{}, { method: 'PUT', body: 'x', read: false } as const]) {
    const stop = new AbortController();
    handlers = [() => stop.abort(reason)];
    await expect(read({ ...more, signal: stop.signal })).rejects.toBe(reason);
  }
  expect(requests).toHaveLength(2);
});

const failing: Handler = (response) => void response.writeHead(500).end('{}');
const readEach = (count: number) =>
  Promise.allSettled(Array.from({ length: count }, (_, index) => read({ url: `${origin}/${index}` })));
/** Lets the service fail for ten people, with retries after 250 and 500 ms. @returns the number of requests. */
const failForTen = async (): Promise<number> => {
  http = createHttpClient(origin, () => 0.5);
  handlers = new Array<Handler>(100).fill(failing);
  const responses = await readEach(10);
  expect(responses.map((one) => one.status === 'fulfilled' && one.value.status)).toEqual(new Array(10).fill(500));
  return requests.length;
};

test('a service that is down for everybody is left alone until a click asks, once for each request', async () => {
  const before = await failForTen();
  // Three tries for each of the four in flight, and one for each of the next four.
  expect(before).toBeLessThanOrEqual(16);
  await readEach(10);
  expect(requests).toHaveLength(before);
  http.endPauses();
  await read();
  expect(requests).toHaveLength(before + 1);
  // A write is a click.
  await read({ method: 'PUT', body: 'x', read: false });
  expect(requests).toHaveLength(before + 2);
  handlers = [];
  http.endPauses();
  expect((await read()).status).toBe(200);
});

test('one person whose photo fails leaves the others alone', async () => {
  http = createHttpClient(origin, () => 0.5);
  handlers = new Array<Handler>(6).fill(failing);
  await Promise.all([read({ url: `${origin}/metadata` }), read({ url: `${origin}/picture` })]);
  expect(requests).toHaveLength(6);
  expect((await read()).status).toBe(200);
});

test('batches that fail as a whole count as well, although they have one address', async () => {
  http = createHttpClient(origin, () => 0.5);
  handlers = new Array<Handler>(100).fill(failing);
  const batch = { method: 'POST', body: '{}', url: `${origin}/$batch` } as const;
  await read(batch);
  await read(batch);
  expect(requests).toHaveLength(5);
});

test('a clock that is set back while a read is in flight does not end it', async () => {
  handlers = [failing];
  jest.spyOn(Date, 'now').mockReturnValueOnce(Date.now()).mockReturnValue(0);
  expect((await read()).status).toBe(200);
});

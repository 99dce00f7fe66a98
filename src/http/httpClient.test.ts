import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient, type HttpClient, type HttpRequest } from './httpClient';

type HttpResponse = (response: ServerResponse, request: IncomingMessage) => void;

let server: Server;
let origin: string;
let answers: HttpResponse[];
let requests: IncomingMessage[];
let http: HttpClient;

const status =
  (code: number, headers: Record<string, string> = {}): HttpResponse =>
  (response) =>
    void response.writeHead(code, headers).end('{}');
const read = (more: Partial<HttpRequest> = {}): Promise<{ status: number }> =>
  http.send({ method: 'GET', url: `${origin}/photo`, read: true, ...more });

beforeEach(async () => {
  [answers, requests] = [[], []];
  server = createServer((request, response) => {
    if (request.url === '/marker') return void response.end();
    requests.push(request);
    (answers.shift() ?? status(200))(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // No chance in the pauses: each is 0.
  http = createHttpClient(origin, () => 0);
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

test.each([408, 429, 500, 502, 503, 504, 507])('%i is asked for again, three times in all', async (code) => {
  answers = [status(code), status(code), status(code)];
  expect((await read()).status).toBe(code);
  expect(requests).toHaveLength(3);
});

test.each([400, 401, 403, 404, 409])('%i is an answer at once', async (code) => {
  answers = [status(code)];
  expect((await read()).status).toBe(code);
  expect(requests).toHaveLength(1);
});

test('a write is never sent twice', async () => {
  answers = [status(503)];
  expect((await read({ method: 'PUT', body: 'x', read: false })).status).toBe(503);
  answers = [(response) => response.destroy()];
  await expect(read({ method: 'PUT', body: 'x', read: false })).rejects.toMatchObject({ name: 'UnreachableError' });
  expect(requests).toHaveLength(2);
});

test('connections that break, before or amid the answer, are tried again and then named', async () => {
  const amid: HttpResponse = (response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  };
  answers = [(response) => response.destroy(), amid];
  expect((await read()).status).toBe(200);
  answers = [amid, amid, amid];
  await expect(read()).rejects.toMatchObject({ name: 'UnreachableError' });
});

test('a redirect is not followed: the token goes nowhere else', async () => {
  const elsewhere: string[] = [];
  const other = createServer((request, response) => {
    elsewhere.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  answers = [302, 307, 301].map((code) => status(code, { location }));
  await expect(read({ headers: { authorization: 'Bearer secret' } })).rejects.toMatchObject({
    name: 'UnreachableError',
  });
  other.close();
  expect(elsewhere).toEqual([]);
});

test('another origin is refused before anything is sent', async () => {
  await expect(read({ url: 'http://127.0.0.1:1/photo' })).rejects.toMatchObject({ name: 'UnreachableError' });
  expect(requests).toHaveLength(0);
});

test('at most four at once', async () => {
  const open: ServerResponse[] = [];
  let most = 0;
  answers = Array.from({ length: 9 }, (): HttpResponse => (response) => {
    open.push(response);
    most = Math.max(most, open.length);
  });
  const all = Promise.all(Array.from({ length: 9 }, () => read()));
  for (let done = 0; done < 9; done++) {
    // Several rounds to the server and back: a fifth would be there by now.
    for (let round = 0; round < 5; round++) await fetch(`${origin}/marker`);
    open.shift()?.end();
  }
  await all;
  expect(most).toBe(4);
});

test('one pause for all: nobody comes back before it is over', async () => {
  const throttledAt: number[] = [];
  answers = [
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

test('a pause that grows while some wait for its end holds them too', async () => {
  let first: ServerResponse | null = null;
  let throttledAt = 0;
  const arrivals: number[] = [];
  server.on('request', () => arrivals.push(Date.now()));
  answers = [
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

test('throttled without a word of how long: still one pause for all', async () => {
  http = createHttpClient(origin, () => 0.5);
  let throttledAt = 0;
  const arrivals: number[] = [];
  server.on('request', () => arrivals.push(Date.now() - throttledAt));
  answers = [
    (response, request) => {
      throttledAt = Date.now();
      status(429)(response, request);
    },
  ];
  await Promise.all([read(), read().then(() => read())]);
  // Both were on their way; what came after the refusal kept the pause of a quarter of a second.
  expect(arrivals.slice(2).filter((arrival) => arrival < 250)).toEqual([]);
  expect(arrivals).toHaveLength(4);
});

test('a pause longer than anybody waits ends at once, for everybody', async () => {
  answers = [status(429, { 'retry-after': '86400' })];
  await expect(read()).rejects.toMatchObject({ name: 'ThrottledError' });
  await expect(read()).rejects.toMatchObject({ name: 'ThrottledError' });
  expect(requests).toHaveLength(1);
});

test('an abort ends the request with its own reason, and nothing is tried again', async () => {
  const stop = new AbortController();
  const reason = new RangeError('enough');
  answers = [() => stop.abort(reason)];
  await expect(read({ signal: stop.signal })).rejects.toBe(reason);
  expect(requests).toHaveLength(1);
});

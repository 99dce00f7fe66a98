import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient, type HttpClient } from './httpClient';

/** As the platform names it; its own is no Error of the realm in which Jest runs a test. */
const timedOut = Object.assign(new Error('too long'), { name: 'TimeoutError' });

let server: Server;
let origin: string;
let http: HttpClient;
let answer: (response: ServerResponse) => void;
let requests: number;
let limits: number[];
/** Ends the time of the latest try. */
let endTime: () => void;

beforeEach(async () => {
  [requests, limits] = [0, []];
  server = createServer((_request, response) => {
    requests++;
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  http = createHttpClient(origin, () => 0);
  jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    limits.push(milliseconds);
    const stop = new AbortController();
    endTime = () => stop.abort(timedOut);
    return stop.signal;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  server.close();
  server.closeAllConnections();
});

const never = (): void => endTime();
/** Headers and the first byte come in time, the rest does not. */
const slowBody = (response: ServerResponse): void => void response.writeHead(200).write('x');
const read = () => http.send({ method: 'GET', url: `${origin}/photo`, read: true });
const write = () => http.send({ method: 'PUT', url: `${origin}/photo`, body: 'x', read: false });
const isLate = { name: 'TimeoutError' };

test('a read that is not answered has three tries of 8 s', async () => {
  answer = never;
  await expect(read()).rejects.toMatchObject(isLate);
  expect(limits).toEqual([8_000, 8_000, expect.any(Number)]);
  expect(requests).toBe(3);
});

test('the time of a try covers the body, however slowly it comes', async () => {
  answer = slowBody;
  const fetching = globalThis.fetch;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (...request) => {
    const response = await fetching(...request);
    setImmediate(endTime);
    return response;
  });
  await expect(read()).rejects.toMatchObject(isLate);
  expect(requests).toBe(3);
});

test('all tries of a read together have 20 s', async () => {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  // Each try seems to take 11 s.
  answer = () => {
    now += 11_000;
    endTime();
  };
  await expect(read()).rejects.toMatchObject(isLate);
  expect(requests).toBe(2);
});

test('a write has 60 s, and one try', async () => {
  answer = never;
  await expect(write()).rejects.toMatchObject(isLate);
  expect(limits).toEqual([60_000]);
  expect(requests).toBe(1);
});

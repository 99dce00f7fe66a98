import type { HttpClient, HttpResponse } from '../../../http';
import { readingScopes } from '../scopes';
import { BatchQueue } from './batchQueue';

test('the pause that a throttled part asks for is kept after its last try too', async () => {
  const headers = { 'retry-after': '7' };
  const body = JSON.stringify({ responses: [{ id: '1', status: 429, headers, body: { error: {} } }] });
  const response: HttpResponse = { status: 200, headers: new Headers(), body: new TextEncoder().encode(body) };
  const waitForRetry = jest.fn().mockResolvedValue(undefined);
  const http = { send: () => Promise.resolve(response), waitForRetry } as unknown as HttpClient;
  const queue = new BatchQueue('https://photos.example/v1.0', http, () => Promise.resolve('token'));
  const read = await queue.read({ path: '/users/1/photo', scopes: readingScopes('graph', 'others') });
  expect(read.status).toBe(429);
  expect(waitForRetry.mock.calls.map(([, tries]: [unknown, number]) => tries)).toEqual([1, 2, 3]);
});

import { isEarly, notePause } from './pause';
import type { ServiceContext } from './serviceContext';

const now = Date.parse('2026-01-01T12:00:00Z');
const inBatch = (...seconds: readonly string[]) => ({
  status: 200,
  body: { responses: seconds.map((one) => ({ status: 429, headers: { 'retry-after': one } })) },
});

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

/** Whether a request is early that comes `milliseconds` after the response was made, which took a second to send. */
function isEarlyAfter(milliseconds: number, response: Parameters<typeof notePause>[1]): boolean {
  const service = { pausedAt: 0, pausedUntil: 0, state: { underWay: 50 } } as ServiceContext;
  jest.setSystemTime(now + 1_000);
  notePause(service, response, now);
  return isEarly(service, now + milliseconds);
}

test.each([
  ['a header', { status: 429, headers: { 'retry-after': '3' } }],
  ['a date', { status: 429, headers: { 'retry-after': 'Thu, 01 Jan 2026 12:00:03 GMT' } }],
  ['the part of a batch with the longest pause', inBatch('0.5', '3', '2')],
])('%s: a request is early from the moment when the response was sent, to the end of the pause', (_what, response) => {
  const early = [500, 1_000, 1_500, 2_999, 3_000].filter((time) => isEarlyAfter(time, response));
  expect(early).toEqual([1_500, 2_999]);
});

test('without a pause no request is early', () => {
  expect(isEarlyAfter(1_500, { status: 429, body: 'busy' })).toBe(false);
});

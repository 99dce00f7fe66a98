import fc from 'fast-check';
import { backoffDelay, delay, parseRetryAfter } from './retryDelay';

const now = Date.parse('2026-11-24T08:00:00Z');

test.each([
  ['2', 2000],
  ['2.128', 2128],
  ['0', 0],
  ['Tue, 24 Nov 2026 08:00:03 GMT', 3000],
  ['Tue, 24 Nov 2026 07:59:00 GMT', 0],
  ['-5', null],
  ['abc', null],
  ['86400', 86_400_000],
  [null, null],
  ['', null],
])('Retry-After %s is %s ms', (header, milliseconds) => {
  expect(parseRetryAfter(header, now)).toBe(milliseconds);
});

test('the backoff doubles from 500 ms, up to 8 s', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, chance) => {
      const milliseconds = backoffDelay(tries, () => chance);
      expect(milliseconds).toBeGreaterThanOrEqual(0);
      expect(milliseconds).toBeLessThanOrEqual(Math.min(8_000, 500 * 2 ** (tries - 1)));
    }),
  );
});

test('an abort rejects with its own reason', async () => {
  const stop = new AbortController();
  const waiting = delay(60_000, stop.signal);
  const reason = new RangeError('enough');
  stop.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

test('whatever Retry-After says, it is a delay of 0 or more, or none', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0 1 2 9 . - + e E , : ; G M T u N o v'.split(' '), ' ') });
  fc.assert(
    fc.property(fc.oneof(fc.string(), text, fc.date().map(String)), (header) => {
      const milliseconds = parseRetryAfter(header, now);
      expect(milliseconds === null || milliseconds >= 0).toBe(true);
    }),
  );
});

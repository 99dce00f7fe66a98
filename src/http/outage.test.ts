import { Outage } from './outage';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const get = (url: string) => ({ method: 'GET', url }) as const;

/** Requests that fail one after another, by default over half a second. */
const failing = (keys: readonly string[], milliseconds = 125): Outage<string> => {
  const outage = new Outage<string>();
  for (const key of keys) {
    outage.record(get(key), `no ${key}`);
    jest.advanceTimersByTime(milliseconds);
  }
  return outage;
};

test.each([
  ['five requests', ['a', 'b', 'c', 'd', 'e'], 'no e'],
  ['four requests', ['a', 'b', 'c', 'd'], null],
  ['one request again and again', ['a', 'a', 'a', 'a', 'a', 'a'], null],
])('after %s have failed in a row: %s', (_name, keys, failure) => {
  expect(failing(keys).failure).toBe(failure);
});

test('a disturbance of less than half a second is no outage', () => {
  expect(failing(['a', 'b', 'c', 'd', 'e', 'f'], 99).failure).toBeNull();
});

test('a success in between ends the row, and the pause', () => {
  const outage = failing(['a', 'b', 'c', 'd']);
  outage.record(get('e'), null);
  outage.record(get('f'), 'no f');
  expect(outage.failure).toBeNull();
  const down = failing(['a', 'b', 'c', 'd', 'e']);
  down.record(get('f'), null);
  expect(down.failure).toBeNull();
});

test('after half a minute the service is requested again, and one more failure is enough', () => {
  const outage = failing(['a', 'b', 'c', 'd', 'e']);
  jest.advanceTimersByTime(29_874);
  expect(outage.failure).toBe('no e');
  jest.advanceTimersByTime(1);
  expect(outage.failure).toBeNull();
  outage.record(get('a'), 'still no a');
  expect(outage.failure).toBe('still no a');
});

test('a clock that is set back does not lengthen the pause', () => {
  const outage = failing(['a', 'b', 'c', 'd', 'e']);
  jest.setSystemTime(Date.now() - 86_400_000);
  jest.advanceTimersByTime(30_000);
  expect(outage.failure).toBeNull();
});

test('a click ends the pause', () => {
  const outage = failing(['a', 'b', 'c', 'd', 'e']);
  outage.end();
  expect(outage.failure).toBeNull();
});

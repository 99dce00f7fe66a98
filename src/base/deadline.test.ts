import { DeadlineError, withDeadline } from './deadline';

const never = new Promise<never>(() => undefined);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('an answer in time is passed on and leaves no timer behind', async () => {
  await expect(withDeadline(Promise.resolve('here'), 1000, 'the host')).resolves.toBe('here');
  expect(jest.getTimerCount()).toBe(0);
});

test('silence ends with a DeadlineError that names who was silent', async () => {
  const wait = withDeadline(never, 1000, 'the host');
  const outcome = expect(wait).rejects.toMatchObject({ name: 'DeadlineError', what: 'the host', milliseconds: 1000 });
  await jest.advanceTimersByTimeAsync(1000);
  await outcome;
  expect(new DeadlineError('x', 1)).toBeInstanceOf(Error);
});

test('a failure of the work is passed on untouched', async () => {
  const failure = new RangeError('far');
  await expect(withDeadline(Promise.reject(failure), 1000, 'the host')).rejects.toBe(failure);
});

test('an abort ends the wait with its own reason', async () => {
  const stop = new AbortController();
  const wait = withDeadline(never, 1000, 'the host', stop.signal);
  const reason = new DOMException('gone', 'AbortError');
  stop.abort(reason);
  await expect(wait).rejects.toBe(reason);
  expect(jest.getTimerCount()).toBe(0);
});

test('nothing is waited for when the signal has aborted before', async () => {
  await expect(withDeadline(Promise.resolve(1), 1000, 'the host', AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  });
});

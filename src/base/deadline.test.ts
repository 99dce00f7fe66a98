import { DeadlineError, withDeadline } from './deadline';

const pending = new Promise<never>(() => undefined);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('work that completes in time resolves and leaves no timer behind', async () => {
  await expect(withDeadline(Promise.resolve('here'), 1000, 'the host')).resolves.toBe('here');
  expect(jest.getTimerCount()).toBe(0);
});

test('work that takes longer than 1000 ms rejects with a DeadlineError that names the operation', async () => {
  const wait = withDeadline(pending, 1000, 'the host');
  const result = expect(wait).rejects.toMatchObject({
    name: 'DeadlineError',
    operation: 'the host',
    milliseconds: 1000,
  });
  await jest.advanceTimersByTimeAsync(1000);
  await result;
  expect(new DeadlineError('x', 1)).toBeInstanceOf(Error);
});

test('an error of the work is passed on unchanged', async () => {
  const failure = new RangeError('far');
  await expect(withDeadline(Promise.reject(failure), 1000, 'the host')).rejects.toBe(failure);
});

test('an abort rejects with its own reason', async () => {
  const stop = new AbortController();
  const wait = withDeadline(pending, 1000, 'the host', stop.signal);
  const reason = new DOMException('gone', 'AbortError');
  stop.abort(reason);
  await expect(wait).rejects.toBe(reason);
  expect(jest.getTimerCount()).toBe(0);
});

test('a signal that has aborted already rejects at once', async () => {
  await expect(withDeadline(Promise.resolve(1), 1000, 'the host', AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  });
});

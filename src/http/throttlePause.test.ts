import { ThrottlePause } from './throttlePause';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a shorter pause does not shorten the present one', async () => {
  const pause = new ThrottlePause(() => 0);
  pause.extend(2_000);
  pause.extend(1_000);
  const over = jest.fn();
  void pause.wait(undefined).then(over);
  await jest.advanceTimersByTimeAsync(1_999);
  expect(over).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(over).toHaveBeenCalledTimes(1);
});

test('a pause of 20 s is waited for, a longer one throws with its end', async () => {
  const pause = new ThrottlePause(() => 0);
  pause.extend(20_001);
  await expect(pause.wait(undefined)).rejects.toMatchObject({ notBefore: Date.now() + 20_001 });
  await jest.advanceTimersByTimeAsync(1);
  const waiting = pause.wait(undefined);
  await jest.advanceTimersByTimeAsync(20_000);
  await expect(waiting).resolves.toBe(20_000);
});

test('a clock that is set back neither lengthens a pause nor hides that it is over', async () => {
  const pause = new ThrottlePause(() => 0);
  pause.extend(60_000);
  jest.setSystemTime(Date.now() - 86_400_000);
  await expect(pause.wait(undefined)).rejects.toMatchObject({ notBefore: Date.now() + 60_000 });
  await jest.advanceTimersByTimeAsync(60_000);
  await expect(pause.wait(undefined)).resolves.toBe(0);
});

test('no pause is longer than an hour, and a click ends one that is not waited for', async () => {
  const pause = new ThrottlePause(() => 0);
  pause.extend(Infinity);
  await expect(pause.wait(undefined)).rejects.toMatchObject({ notBefore: Date.now() + 3_600_000 });
  pause.end();
  await expect(pause.wait(undefined)).resolves.toBe(0);
  pause.extend(1_000);
  pause.end();
  const over = jest.fn();
  void pause.wait(undefined).then(over);
  await jest.advanceTimersByTimeAsync(999);
  expect(over).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(over).toHaveBeenCalled();
});

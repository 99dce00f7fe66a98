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

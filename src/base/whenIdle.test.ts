import { whenIdle } from './whenIdle';

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'requestIdleCallback');
  Reflect.deleteProperty(globalThis, 'cancelIdleCallback');
});

test('without idle callbacks the work runs after 30 ms', () => {
  Reflect.deleteProperty(globalThis, 'requestIdleCallback');
  const work = jest.fn();
  whenIdle(work, 1_000);
  expect(work).not.toHaveBeenCalled();
  jest.advanceTimersByTime(30);
  expect(work).toHaveBeenCalledTimes(1);
});

test('with idle callbacks the browser runs the work, within the given timeout', () => {
  const request = jest.fn(() => 7);
  const cancel = jest.fn();
  Object.assign(globalThis, { requestIdleCallback: request, cancelIdleCallback: cancel });
  const work = jest.fn();
  const undo = whenIdle(work, 50);
  expect(request).toHaveBeenCalledWith(work, { timeout: 50 });
  undo();
  expect(cancel).toHaveBeenCalledWith(7);
});

test('canceled work does not run', () => {
  Reflect.deleteProperty(globalThis, 'requestIdleCallback');
  const work = jest.fn();
  whenIdle(work, 1_000)();
  jest.runAllTimers();
  expect(work).not.toHaveBeenCalled();
});

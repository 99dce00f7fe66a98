import { whenIdle } from './whenIdle';

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'requestIdleCallback');
  Reflect.deleteProperty(globalThis, 'cancelIdleCallback');
});

test('without idle callbacks the work is done after a moment', () => {
  Reflect.deleteProperty(globalThis, 'requestIdleCallback');
  const work = jest.fn();
  whenIdle(work, 1_000);
  expect(work).not.toHaveBeenCalled();
  jest.advanceTimersByTime(30);
  expect(work).toHaveBeenCalledTimes(1);
});

test('the browser decides when the page is idle, within the time given', () => {
  const asked = jest.fn(() => 7);
  const undone = jest.fn();
  Object.assign(globalThis, { requestIdleCallback: asked, cancelIdleCallback: undone });
  const work = jest.fn();
  const undo = whenIdle(work, 50);
  expect(asked).toHaveBeenCalledWith(work, { timeout: 50 });
  undo();
  expect(undone).toHaveBeenCalledWith(7);
});

test('work that was undone is not done', () => {
  Reflect.deleteProperty(globalThis, 'requestIdleCallback');
  const work = jest.fn();
  whenIdle(work, 1_000)();
  jest.runAllTimers();
  expect(work).not.toHaveBeenCalled();
});

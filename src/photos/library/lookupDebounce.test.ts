import { debounceLookups } from './lookupDebounce';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Looks at people one after another, each for so many milliseconds. @returns how many were still looked at when they went on. */
async function run(people: number, each: number): Promise<number> {
  const debounce = debounceLookups();
  let goneOn = 0;
  for (let index = 0; index < people; index++) {
    let isLookedAt = true;
    void debounce().then(() => {
      if (isLookedAt) goneOn++;
    });
    await jest.advanceTimersByTimeAsync(each);
    isLookedAt = index === people - 1;
  }
  await jest.advanceTimersByTimeAsync(200);
  return goneOn;
}

test('scrolling through 200 people sends the first and the last look-up only', async () => {
  expect(await run(200, 50)).toBe(2);
});

test('slow scrolling sends every look-up', async () => {
  expect(await run(10, 300)).toBe(10);
});

test('all look-ups of one moment are sent at once', async () => {
  const debounce = debounceLookups();
  let goneOn = 0;
  for (let index = 0; index < 100; index++) void debounce().then(() => goneOn++);
  await jest.advanceTimersByTimeAsync(0);
  expect(goneOn).toBe(100);
});

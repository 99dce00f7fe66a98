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

test('who runs through a list asks where they began and where they rest, and nowhere else', async () => {
  expect(await run(200, 50)).toBe(2);
});

test('who goes through it at ease asks for everybody', async () => {
  expect(await run(10, 300)).toBe(10);
});

test('all who are looked at in one moment go on at once, together', async () => {
  const debounce = debounceLookups();
  let goneOn = 0;
  for (let index = 0; index < 100; index++) void debounce().then(() => goneOn++);
  await jest.advanceTimersByTimeAsync(0);
  expect(goneOn).toBe(100);
});

import { debounceLookups } from './lookupDebounce';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Looks at people one after another, each for so many milliseconds. @returns how many look-ups were sent, and given up. */
async function run(people: number, each: number): Promise<{ readonly sent: number; readonly givenUp: number }> {
  const debounce = debounceLookups();
  let [sent, givenUp] = [0, 0];
  for (let index = 0; index < people; index++) {
    const look = new AbortController();
    debounce(look.signal).then(
      () => {
        if (!look.signal.aborted) sent++;
      },
      () => givenUp++,
    );
    await jest.advanceTimersByTimeAsync(each);
    if (index < people - 1) look.abort();
  }
  const whileScrolling = givenUp;
  await jest.advanceTimersByTimeAsync(200);
  return { sent, givenUp: whileScrolling };
}

test('scrolling through 200 people sends the first and the last look-up only, and holds none of the others', async () => {
  expect(await run(200, 50)).toEqual({ sent: 2, givenUp: 198 });
});

test('slow scrolling sends every look-up', async () => {
  expect(await run(10, 300)).toEqual({ sent: 10, givenUp: 0 });
});

test('all look-ups of one moment are sent at once', async () => {
  const debounce = debounceLookups();
  let goneOn = 0;
  for (let index = 0; index < 100; index++) void debounce(new AbortController().signal).then(() => goneOn++);
  await jest.advanceTimersByTimeAsync(0);
  expect(goneOn).toBe(100);
});

import { inSlices } from './inSlices';

/** Counts to a number; each step takes 5 ms of a clock that stands still otherwise. */
function* count(to: number, log: (number: number) => void): Generator<void, number> {
  for (let number = 1; number <= to; number++) {
    clock += 5;
    log(number);
    yield;
  }
  return to;
}

let clock = 0;

beforeEach(() => {
  jest.spyOn(performance, 'now').mockImplementation(() => clock);
});

afterEach(() => jest.restoreAllMocks());

test('after 12 ms another task has its turn', async () => {
  const order: string[] = [];
  const run = (name: string): Promise<number> => inSlices(count(4, (number) => order.push(`${name}${number}`)));
  expect(await Promise.all([run('a'), run('b')])).toEqual([4, 4]);
  expect(order.slice(0, 6)).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3']);
  expect(order).toHaveLength(8);
});

test('it ends with the reason of the abort', async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  const running = inSlices(
    count(100, (number) => seen.push(number)),
    stop.signal,
  );
  stop.abort(new Error('left'));
  await expect(running).rejects.toThrow('left');
  expect(seen).toEqual([1, 2, 3]);
});

/** Returns whole numbers from 0 to below `count`. */
export type Random = (count: number) => number;

const modulus = 2_147_483_647;

/** Random numbers that are the same at every run with the same seed (the generator of Park and Miller). */
export function createRandom(seed: number): Random {
  let state = (seed % (modulus - 1)) + 1;
  return (count) => {
    state = (state * 48_271) % modulus;
    return Math.floor((state / modulus) * count);
  };
}

/** One of several values. */
export function choose<T>(random: Random, values: readonly T[]): T {
  const value = values[random(values.length)];
  if (value === undefined) throw new Error('There is nothing to choose from');
  return value;
}

import { deferred } from '../base';

/** Who looks again within this time waits for its end. Milliseconds. */
const rest = 150;

/** What is asked within this time is one moment. Milliseconds. */
const moment = 16;

interface Rest {
  readonly promise: Promise<undefined>;
  readonly resolve: (value: undefined) => void;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Makes the wait that keeps hands which run through a list from asking anywhere but where they rest. The first look after
 * a rest, and all that comes in the same moment, goes on at once; everybody else goes on together once nobody has looked
 * at anything new for a while.
 */
export function createRest(): () => Promise<unknown> {
  let lastAsked = -Infinity;
  let start = -Infinity;
  let resting: Rest | null = null;
  return () => {
    const now = performance.now();
    if (now - lastAsked > rest) start = now;
    lastAsked = now;
    if (now - start <= moment) return Promise.resolve();
    resting ??= { ...deferred<undefined>(), timer: undefined };
    const { promise, resolve, timer } = resting;
    clearTimeout(timer);
    resting.timer = setTimeout(() => {
      resting = null;
      resolve(undefined);
    }, rest);
    return promise;
  };
}

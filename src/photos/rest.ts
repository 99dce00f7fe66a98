/** Who looks again within this time waits for its end. Milliseconds. */
const rest = 150;

/** What is asked within this time is one moment. Milliseconds. */
const moment = 16;

/**
 * Makes the wait that keeps hands which run through a list from asking anywhere but where they rest. The first look after
 * a rest, and all that comes in the same moment, goes on at once; everybody else goes on together when the rest is over.
 */
export function createRest(): () => Promise<void> {
  let lastAsked = -Infinity;
  let start = -Infinity;
  let resting: Promise<void> | null = null;
  return () => {
    const now = performance.now();
    if (now - lastAsked > rest) start = now;
    lastAsked = now;
    if (now - start <= moment) return Promise.resolve();
    resting ??= new Promise((resolve) => {
      setTimeout(() => {
        resting = null;
        resolve();
      }, rest);
    });
    return resting;
  };
}

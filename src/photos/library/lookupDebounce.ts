import { deferred } from '../../base';

/** A look-up within this time of the one before is debounced. Milliseconds. */
const debounceTime = 150;

/** Look-ups within this time belong to one moment, such as those of all rows of a list. Milliseconds. */
const momentTime = 16;

/**
 * Debounces look-ups while someone scrolls through a list: the first, and all of the same moment, are sent at once; the
 * others together after 150 ms without a new one.
 * @returns a function that resolves when its look-up may be sent.
 */
export function debounceLookups(): () => Promise<void> {
  let lastAt = -Infinity;
  let momentStart = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: ReturnType<typeof deferred<undefined>> | null = null;
  return () => {
    const now = performance.now();
    if (now - lastAt > debounceTime) momentStart = now;
    lastAt = now;
    if (now - momentStart <= momentTime) return Promise.resolve();
    const group = (waiting ??= deferred<undefined>());
    clearTimeout(timer);
    timer = setTimeout(() => {
      waiting = null;
      group.resolve(undefined);
    }, debounceTime);
    return group.promise;
  };
}

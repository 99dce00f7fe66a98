import { abortReason } from '../../base';

/** A look-up within this time of the one before is debounced. Milliseconds. */
const debounceTime = 150;

/** Look-ups within this time belong to one moment, such as those of all rows of a list. Milliseconds. */
const momentTime = 16;

/**
 * Debounces look-ups while someone scrolls through a list: the first, and all of the same moment, are sent at once; the
 * others together after 150 ms without a new one.
 * @returns a function that resolves when its look-up may be sent, and rejects with the signal's reason at its abort, so
 * that a scroll without an end holds nothing of the people it went past.
 */
export function debounceLookups(): (signal: AbortSignal) => Promise<void> {
  let lastAt = -Infinity;
  let momentStart = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Set<() => void>();
  const send = (): void => {
    for (const resolve of [...waiting]) resolve();
  };
  return (signal) => {
    const now = performance.now();
    if (now - lastAt > debounceTime) momentStart = now;
    lastAt = now;
    if (now - momentStart <= momentTime) return Promise.resolve();
    clearTimeout(timer);
    timer = setTimeout(send, debounceTime);
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        waiting.delete(settle);
        reject(abortReason(signal));
      };
      const settle = (): void => {
        waiting.delete(settle);
        signal.removeEventListener('abort', abort);
        resolve();
      };
      waiting.add(settle);
      signal.addEventListener('abort', abort);
    });
  };
}

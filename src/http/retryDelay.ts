/** A pause that a service may ask for and that is simply waited for. Longer ones end the request. Milliseconds. */
export const longestPause = 20_000;

/** Full jitter, doubling from base to cap. Milliseconds. */
const backoff = { base: 500, cap: 8_000 };

/**
 * What a Retry-After header asks for, in milliseconds (RFC 9110, 10.2.3; Graph sends decimals too).
 * @returns null where it is missing, unreadable or not a pause at all: then the own backoff counts.
 */
export function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  // A date has letters; a bare number such as -5 must not be taken for a year.
  const date = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** How long to wait before the next try where the service does not say. `tries` counts those already made. */
export function ownPause(tries: number, random: () => number): number {
  return random() * Math.min(backoff.cap, backoff.base * 2 ** (tries - 1));
}

/** Waits; an abort ends the wait at once with the signal's own reason. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(abortReason(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}

function abortReason(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error || reason instanceof DOMException
    ? reason
    : new DOMException('Given up', 'AbortError');
}

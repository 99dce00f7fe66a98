import { abortReason } from '../base';

/** The longest pause a service may ask for that is waited for; a longer one ends the request. Milliseconds. */
export const longestDelay = 20_000;

/** Exponential backoff with full jitter: doubles from `base` up to `cap`. Milliseconds. */
const backoff = { base: 500, cap: 8_000 };

/**
 * The milliseconds that a Retry-After header asks for (RFC 9110, 10.2.3; Graph also sends decimals).
 * @returns null when the header is missing or unreadable; the backoff applies then.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  // Only a text with letters is a date: Date.parse reads a bare number such as -5 as a year.
  const date = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** The delay in milliseconds before the next try without Retry-After. `tries` counts those already made; `random`: 0 to 1. */
export function backoffDelay(tries: number, random: () => number): number {
  return random() * Math.min(backoff.cap, backoff.base * 2 ** (tries - 1));
}

/** Resolves after `milliseconds`; an abort rejects at once with the signal's own reason. */
export function delay(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
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

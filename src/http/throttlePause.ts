import { ThrottledError } from './errors';
import { delay, longestDelay } from './retryDelay';

/** A service may ask for a longer pause, but is requested again after this one. Milliseconds. */
const longestPause = 3_600_000;

/** The pause that all requests to one service share after a throttled response. */
export class ThrottlePause {
  readonly #random: () => number;
  /** By `performance.now()`: the clock of the machine may be set meanwhile. */
  #notBefore = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Extends the pause to `milliseconds` from now, plus up to a tenth, so that clients do not return all at once. */
  extend(milliseconds: number): void {
    const pause = Math.min(longestPause, milliseconds * (1 + 0.1 * this.#random()));
    this.#notBefore = Math.max(this.#notBefore, performance.now() + pause);
  }

  /** Ends a pause that is not waited for; a shorter one stays. */
  end(): void {
    if (this.#notBefore - performance.now() > longestDelay) this.#notBefore = 0;
  }

  /**
   * Resolves when the pause is over.
   * @returns the milliseconds that it took.
   * @throws ThrottledError when it is longer than `longestDelay`; the signal's own reason when it aborts.
   */
  async wait(signal: AbortSignal | undefined): Promise<number> {
    const start = performance.now();
    // Another response may extend the pause during the wait.
    for (let left = this.#notBefore - start; left > 0; left = this.#notBefore - performance.now()) {
      if (left > longestDelay) throw new ThrottledError(Date.now() + left);
      await delay(left, signal);
    }
    return performance.now() - start;
  }
}

import { ThrottledError } from './errors';
import { delay, longestDelay } from './retryDelay';

/** The pause that all requests to one service share after a throttled response. */
export class ThrottlePause {
  readonly #random: () => number;
  /** Milliseconds since 1970. */
  #notBefore = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Extends the pause to `milliseconds` from now, plus up to a tenth, so that clients do not return all at once. */
  extend(milliseconds: number): void {
    this.#notBefore = Math.max(this.#notBefore, Date.now() + milliseconds * (1 + 0.1 * this.#random()));
  }

  /**
   * Resolves when the pause is over.
   * @returns the milliseconds that it took.
   * @throws ThrottledError when it is longer than `longestDelay`; the signal's own reason when it aborts.
   */
  async wait(signal: AbortSignal | undefined): Promise<number> {
    const start = Date.now();
    // Another response may extend the pause during the wait.
    for (let left = this.#notBefore - Date.now(); left > 0; left = this.#notBefore - Date.now()) {
      if (left > longestDelay) throw new ThrottledError(this.#notBefore);
      await delay(left, signal);
    }
    return Date.now() - start;
  }
}

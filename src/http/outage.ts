import type { HttpRequest } from './httpMessages';

/** Different requests that fail in a row before the service counts as down: those for one person are fewer. */
const failuresOfOutage = 5;

/** They fail over at least this time: a shorter disturbance is overcome by retries. Milliseconds. */
const shortestOutage = 500;

/** How long a service that is down is left alone. Milliseconds. */
const outagePause = 30_000;

/**
 * Notices that a service is down for everybody, so that it is not requested three times for each person. After the pause
 * one more failure is enough for the next.
 */
export class Outage<Failure> {
  /** What has failed since the last success. */
  readonly #failed = new Set<unknown>();
  #last: Failure | null = null;
  /** By `performance.now()`, as `#until`. */
  #since = 0;
  #until = 0;

  /** The last failure while the service is left alone, else null. */
  get failure(): Failure | null {
    return performance.now() < this.#until ? this.#last : null;
  }

  /** Records how a try ended. All batches have one address, so each of their tries counts. `failure` null: it succeeded. */
  record({ method, url }: Pick<HttpRequest, 'method' | 'url'>, failure: Failure | null): void {
    this.#last = failure;
    if (!failure) this.#failed.clear();
    const now = performance.now();
    if (this.#failed.size === 0) this.#since = now;
    if (failure) this.#failed.add(method === 'POST' ? {} : url);
    if (this.#failed.size >= failuresOfOutage && now - this.#since >= shortestOutage) this.#until = now + outagePause;
  }

  /** Ends the pause: the next request is sent. */
  end(): void {
    this.#until = 0;
  }
}

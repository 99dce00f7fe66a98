import { ConcurrencyLimit } from './concurrencyLimit';
import { TimeoutError, UnreachableError } from './errors';
import type { HttpRequest, HttpResponse } from './httpMessages';
import { Outage } from './outage';
import { backoffDelay, delay, parseRetryAfter } from './retryDelay';
import { sendOnce } from './sendOnce';
import { ThrottlePause } from './throttlePause';

/** The client for one service: timeouts, retries, a shared pause after throttling, a limit of requests in flight. */
export interface HttpClient {
  /**
   * Resolves with any status, after retries.
   * @throws HttpError; the signal's own reason when it aborts.
   */
  send(request: HttpRequest): Promise<HttpResponse>;
  /**
   * Waits as long as a request with this transient error would before its next try. Parts of batches with the same number
   * of tries wait together, so that they can share one batch again; a throttled part pauses all requests.
   * `tries` counts those already made.
   * @throws ThrottledError; the signal's own reason when it aborts.
   */
  waitForRetry(part: StatusAndHeaders, tries: number, signal?: AbortSignal): Promise<void>;
  /** Ends every pause that is not waited for, because a click asks, or because the machine is online again. */
  endPauses(): void;
}

type StatusAndHeaders = Pick<HttpResponse, 'status' | 'headers'>;

/** Milliseconds, without throttle pauses. A write has longer: it may carry megabytes over a slow connection. */
const timeouts = { oneTry: 8_000, allTries: 20_000, write: 60_000 };

/** Tries of a read, the first included. */
const maxTries = 3;

/** Requests in flight at most: the limit of the Outlook service for one app and mailbox. */
const maxInFlight = 4;

const transientStatuses = new Set([408, 429, 500, 502, 503, 504, 507]);
const throttledStatuses = new Set([429, 503]);

/** Whether a status is a transient error: the same request may succeed later. */
export function isTransient({ status }: Pick<HttpResponse, 'status'>): boolean {
  return transientStatuses.has(status);
}

/** Creates the client for one service. Requests to another origin are rejected: tokens are for this service only. */
export function createHttpClient(serviceUrl: string, random: () => number = Math.random): HttpClient {
  return new RetryingHttpClient(new URL(serviceUrl).origin, random);
}

class RetryingHttpClient implements HttpClient {
  readonly #origin: string;
  readonly #random: () => number;
  readonly #requestLimit = new ConcurrencyLimit(maxInFlight);
  readonly #throttlePause: ThrottlePause;
  readonly #outage = new Outage<HttpResponse | Error>();
  /** The delays that parts of batches share, by the number of tries made. */
  readonly #retryGroups = new Map<number, Promise<void>>();

  constructor(origin: string, random: () => number) {
    this.#origin = origin;
    this.#random = random;
    this.#throttlePause = new ThrottlePause(random);
    if ('addEventListener' in globalThis) addEventListener('online', () => this.endPauses());
  }

  endPauses(): void {
    this.#throttlePause.end();
    this.#outage.end();
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    if (new URL(request.url).origin !== this.#origin) throw new UnreachableError('Not an address of the service');
    return this.#requestLimit.run(() => this.#sendWithRetries(request));
  }

  async waitForRetry(part: StatusAndHeaders, tries: number, signal?: AbortSignal): Promise<void> {
    const milliseconds = this.#recordTransientError(part, tries);
    const group =
      this.#retryGroups.get(tries) ?? delay(milliseconds, undefined).finally(() => this.#retryGroups.delete(tries));
    this.#retryGroups.set(tries, group);
    await group;
    signal?.throwIfAborted();
    await this.#throttlePause.wait(signal);
  }

  async #sendWithRetries(request: HttpRequest): Promise<HttpResponse> {
    let deadline = performance.now() + timeouts.allTries;
    for (let tries = 1; ; tries++) {
      const isLast = !request.read || tries === maxTries;
      const known = request.read ? this.#outage.failure : null;
      if (known instanceof Error) throw known;
      if (known) return known;
      deadline += await this.#throttlePause.wait(request.signal);
      const result = await this.#try(request, deadline);
      if (request.read) this.#outage.record(request, result instanceof Error || result.status > 499 ? result : null);
      if (result instanceof Error) {
        if (isLast) throw result;
        await delay(backoffDelay(tries, this.#random), request.signal);
        continue;
      }
      if (!isTransient(result)) return tries > 1 ? { ...result, retried: true } : result;
      const milliseconds = this.#recordTransientError(result, tries);
      if (isLast) return result;
      await delay(milliseconds, request.signal);
    }
  }

  /** One try. An error that a retry may overcome is returned; an abort and the end of the time for all tries are thrown. */
  async #try(request: HttpRequest, deadline: number): Promise<HttpResponse | UnreachableError | TimeoutError> {
    const left = deadline - performance.now();
    if (left <= 0) throw new TimeoutError('All tries together took too long');
    try {
      return await sendOnce(request, request.read ? Math.min(timeouts.oneTry, left) : timeouts.write);
    } catch (error) {
      if (error instanceof UnreachableError || error instanceof TimeoutError) return error;
      throw error;
    }
  }

  /**
   * Records a throttled response as a pause of all requests.
   * @returns the milliseconds that this request alone has to wait: 0 when throttled.
   */
  #recordTransientError({ status, headers }: StatusAndHeaders, tries: number): number {
    const milliseconds = backoffDelay(tries, this.#random);
    if (!throttledStatuses.has(status)) return milliseconds;
    this.#throttlePause.extend(parseRetryAfter(headers.get('retry-after'), Date.now()) ?? milliseconds);
    return 0;
  }
}

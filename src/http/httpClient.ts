import pLimit from 'p-limit';
import { ThrottledError, TimeoutError, UnreachableError } from './errors';
import { longestPause, ownPause, pause, retryAfter } from './retryDelay';

/** An answer whose body has been read to its end. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
  /** It took more than one try, so what was asked beside it may be older. */
  readonly retried?: boolean;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit;
  /** A read may be asked again after a failure; a write is not. */
  readonly read: boolean;
  readonly signal?: AbortSignal;
}

/** What every request passes through: time limits, retries, a shared pause, few at once. Knows no photos, no tokens. */
export interface HttpClient {
  /**
   * Any status is an answer, once the tries are used up.
   * @throws UnreachableError, TimeoutError, ThrottledError; the signal's own reason when it aborts.
   */
  send(request: HttpRequest): Promise<HttpResponse>;
  /**
   * One part of a batch failed in passing: waits until it may be asked for again, as a request of its own would. Parts
   * that wait after as many tries wait together, so that they can be one batch again. `tries` counts those already made.
   * A part that was throttled makes everything wait.
   * @throws ThrottledError; the signal's own reason when it aborts.
   */
  waitForRetry(part: Pick<HttpResponse, 'status' | 'headers'>, tries: number, signal?: AbortSignal): Promise<void>;
}

/** One try, all tries together, a write (which may carry megabytes over a slow line), in milliseconds; tries of a read; requests at once (limit of the Outlook service). */
const limits = { try: 8_000, all: 20_000, write: 60_000, tries: 3, atOnce: 4 };

const worthAnotherTry = new Set([408, 429, 500, 502, 503, 504, 507]);
const throttles = new Set([429, 503]);

/** Whether a failure may be over when one asks again. */
export function isTransient({ status }: Pick<HttpResponse, 'status'>): boolean {
  return worthAnotherTry.has(status);
}

/** Makes the way to one service. A request to any other origin is refused: tokens go nowhere else. */
export function createHttpClient(serviceUrl: string, random: () => number = Math.random): HttpClient {
  const { origin } = new URL(serviceUrl);
  const turn = pLimit(limits.atOnce);
  let notBefore = 0;
  /** Pauses that parts of batches share, by the tries made. */
  const meetings = new Map<number, Promise<void>>();

  /** Waits for the pause that all requests share. */
  const shared = async (signal: AbortSignal | undefined): Promise<void> => {
    // Others may be told to wait longer meanwhile.
    for (let wait = notBefore - Date.now(); wait > 0; wait = notBefore - Date.now()) {
      if (wait > longestPause) throw new ThrottledError(notBefore);
      await pause(wait, signal);
    }
  };

  /** Up to a tenth more than asked, so that not everybody comes back at the same moment. */
  const extend = (asked: number): void => {
    notBefore = Math.max(notBefore, Date.now() + asked * (1 + 0.1 * random()));
  };

  /** A throttled answer makes everybody wait, for as long as the service asks or for a while. @returns the wait of this one alone. */
  const takeNote = ({ status, headers }: Pick<HttpResponse, 'status' | 'headers'>, tries: number): number => {
    const own = ownPause(tries, random);
    if (!throttles.has(status)) return own;
    extend(retryAfter(headers.get('retry-after'), Date.now()) ?? own);
    return 0;
  };

  const attempt = async (request: HttpRequest, tries: number, end: number): Promise<HttpResponse> => {
    const { signal } = request;
    await shared(signal);
    const left = end - Date.now();
    if (left <= 0) throw new TimeoutError('All tries together took too long');
    const answer = await once(request, request.read ? Math.min(limits.try, left) : limits.write).catch(
      (error: unknown) => {
        signal?.throwIfAborted();
        return failure(error);
      },
    );
    const again = request.read && tries < limits.tries;
    if (answer instanceof Error) {
      if (!again) throw answer;
      await pause(ownPause(tries, random), signal);
      return attempt(request, tries + 1, end);
    }
    if (!isTransient(answer)) return tries > 1 ? { ...answer, retried: true } : answer;
    const wait = takeNote(answer, tries);
    if (!again) return answer;
    await pause(wait, signal);
    return attempt(request, tries + 1, end);
  };

  return {
    async send(request) {
      if (new URL(request.url).origin !== origin) throw new UnreachableError('Not an address of the service');
      return turn(() => attempt(request, 1, Date.now() + limits.all));
    },
    async waitForRetry(part, tries, signal) {
      const wait = takeNote(part, tries);
      const together = meetings.get(tries) ?? pause(wait, undefined).finally(() => meetings.delete(tries));
      meetings.set(tries, together);
      await together;
      signal?.throwIfAborted();
      await shared(signal);
    },
  };
}

/** One try; the time limit covers the body too. */
async function once({ method, url, headers, body, signal }: HttpRequest, milliseconds: number): Promise<HttpResponse> {
  const limit = AbortSignal.timeout(milliseconds);
  const response = await fetch(url, {
    method,
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
    // A token must not follow a redirect to another place.
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // Answers to a POST are never kept; with a mode of its own, Chromium would ask for leave (preflight) every time.
    ...(method !== 'POST' && { cache: 'no-store' }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

function failure(cause: unknown): Error {
  if (cause instanceof Error && cause.name === 'TimeoutError') {
    return new TimeoutError('One try took too long', { cause });
  }
  return new UnreachableError('The service cannot be reached', { cause });
}

import DataLoader from 'dataloader';
import { isTransient, type HttpClient } from '../../../http';
import { unexpectedResponse, type ServiceResponse } from '../responses';
import { readingScopes } from '../scopes';
import { withToken, type GetAccessToken } from '../withToken';
import { sendBatch, type PartRequest, type PartResponse } from './batchRequest';

/** Requests in one batch at most (Microsoft Graph, JSON batching). */
const maxBatchSize = 20;

/** How often a part with a transient error is sent in all. */
const maxTries = 3;

/** What they say about a person, a batch as a whole cannot say. */
const wholeStatuses = [200, 404, 422];

/** In place of a response: the request needs a batch with other permissions. */
const separately = Symbol('separately');

interface ReadRequest extends PartRequest {
  readonly scopes: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** Collects reads of one moment into batches, and retries failed parts without the others. */
export class BatchQueue {
  readonly #http: HttpClient;
  readonly #serviceUrl: string;
  readonly #getAccessToken: GetAccessToken;
  readonly #everyone: DataLoader<ReadRequest, PartResponse | typeof separately>;
  /** By the permissions that the requests need. */
  readonly #separate = new Map<string, DataLoader<ReadRequest, PartResponse>>();

  constructor(serviceUrl: string, http: HttpClient, getAccessToken: GetAccessToken) {
    this.#http = http;
    this.#serviceUrl = serviceUrl;
    this.#getAccessToken = getAccessToken;
    this.#everyone = new DataLoader((requests) => this.#sendMixed(requests), { cache: false, maxBatchSize });
  }

  /** Reads one path. A part with a transient error is sent again with other such parts. */
  async read(request: ReadRequest, tries = 1): Promise<ServiceResponse> {
    const { signal } = request;
    signal?.throwIfAborted();
    let response = isForUsers(request) ? await this.#everyone.load(request) : separately;
    signal?.throwIfAborted();
    if (response === separately) response = await this.#separately(request.scopes).load(request);
    signal?.throwIfAborted();
    if (!response.isPart && wholeStatuses.includes(response.status)) throw unexpectedResponse(response);
    const isPassing = response.isPart && isTransient(response);
    const waiting = isPassing ? this.#http.waitForRetry(response, tries, signal) : null;
    if (waiting && tries < maxTries) {
      await waiting;
      return this.read(request, tries + 1);
    }
    // Not waited for after the last try, but the pause that it asks for holds for all requests.
    waiting?.catch(() => undefined);
    return tries > 1 ? { ...response, isRetried: true } : response;
  }

  /** The batches of the requests that need these permissions only. */
  #separately(scopes: readonly string[]): DataLoader<ReadRequest, PartResponse> {
    const key = scopes.join(' ');
    const known = this.#separate.get(key);
    if (known) return known;
    const created = new DataLoader<ReadRequest, PartResponse>((requests) => this.#send(scopes, requests), {
      cache: false,
      maxBatchSize,
    });
    this.#separate.set(key, created);
    return created;
  }

  /**
   * The permission to read others' photos covers the own photo too. Where it is not granted, requests for the own photo
   * are sent separately.
   */
  async #sendMixed(requests: readonly ReadRequest[]): Promise<readonly (PartResponse | Error | typeof separately)[]> {
    const isMine = (request: ReadRequest): boolean => needs(request, scopesForMe);
    const isMixed = requests.some(isMine) && !requests.every(isMine);
    if (!isMixed) return this.#send(requests[0]?.scopes ?? scopesForOthers, requests);
    const signal = allAborted(requests);
    try {
      await this.#getAccessToken({ scopes: scopesForOthers, signal });
      signal.throwIfAborted();
    } catch (error) {
      return requests.map((request) => (isMine(request) ? separately : (error as Error)));
    }
    return this.#send(scopesForOthers, requests, signal);
  }

  #send(
    scopes: readonly string[],
    requests: readonly ReadRequest[],
    signal = allAborted(requests),
  ): Promise<readonly PartResponse[]> {
    const send = (parts: readonly PartRequest[], token: string): Promise<readonly PartResponse[]> =>
      sendBatch(this.#http, this.#serviceUrl, parts, token, signal);
    return withToken(requests, send, this.#getAccessToken, scopes, signal);
  }
}

const [scopesForMe, scopesForOthers] = [readingScopes('graph', 'me'), readingScopes('graph', 'others')];

/** Whether a request is for the account itself or for other users. */
function isForUsers(request: ReadRequest): boolean {
  return needs(request, scopesForMe) || needs(request, scopesForOthers);
}

function needs(request: ReadRequest, scopes: readonly string[]): boolean {
  return request.scopes.join(' ') === scopes.join(' ');
}

/** A signal that aborts once every request of a batch is aborted. */
function allAborted(requests: readonly ReadRequest[]): AbortSignal {
  const batch = new AbortController();
  const check = (): void => {
    if (requests.every(({ signal }) => signal?.aborted)) batch.abort(requests[0]?.signal?.reason);
  };
  for (const { signal } of requests) signal?.addEventListener('abort', check, { once: true });
  // Some may be aborted already.
  check();
  return batch.signal;
}

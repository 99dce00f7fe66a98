import type { HttpClient } from '../../../http';
import type { Dialect, PhotoChange, WriteOptions } from '../dialect';
import type { MyEntry, PhotoTarget } from '../person';
import { isNoPhoto } from '../photoService';
import { checkRead, parseResponse, unexpectedResponse, type ServiceResponse } from '../responses';
import { ownerKindOf, readingScopes, writingScopes } from '../scopes';
import { sendChange } from '../sendChange';
import { odataKey } from '../userKeys';
import { oneWithToken, type GetAccessToken } from '../withToken';

/** Outlook REST, v2.0 and beta (R1 to R7). Only beta can name and list sizes. */
export class OutlookDialect implements Dialect {
  readonly canRemove = false;
  /** The service finds people by any of their addresses. */
  readonly directory = null;
  readonly contacts = null;
  readonly hidesMissingSizes: boolean;
  readonly #serviceUrl: string;
  readonly #http: HttpClient;
  readonly #getAccessToken: GetAccessToken;
  readonly #isBeta: boolean;

  constructor(serviceUrl: string, http: HttpClient, getAccessToken: GetAccessToken) {
    this.#serviceUrl = serviceUrl;
    this.#http = http;
    this.#getAccessToken = getAccessToken;
    this.#isBeta = /\/beta$/i.test(serviceUrl);
    this.hidesMissingSizes = this.#isBeta;
  }

  async readMe(): Promise<MyEntry> {
    const response = await this.read('/me', 'me');
    const checked = checkRead(response, this.readScopes('me'));
    const { DisplayName, EmailAddress } = ((isNoPhoto(checked) ? undefined : checked.json) ?? {}) as {
      readonly DisplayName?: unknown;
      readonly EmailAddress?: unknown;
    };
    if (typeof EmailAddress !== 'string') throw unexpectedResponse(response);
    return { name: typeof DisplayName === 'string' ? DisplayName : '', addresses: [EmailAddress] };
  }

  metadataPath(target: PhotoTarget): string {
    return `${root(target)}/photo`;
  }

  photoPath(target: PhotoTarget, size: string | null): string | null {
    if (!size) return `${root(target)}/photo/$value`;
    return this.#isBeta ? `${root(target)}/photos('${size}')/$value` : null;
  }

  sizesPath(target: PhotoTarget): string | null {
    return this.#isBeta ? `${root(target)}/photos` : null;
  }

  readScopes(target: PhotoTarget): readonly string[] {
    return readingScopes('outlook', ownerKindOf(target));
  }

  writeScopes(target: PhotoTarget): readonly string[] {
    return writingScopes('outlook', ownerKindOf(target));
  }

  read(path: string, target: PhotoTarget, signal?: AbortSignal): Promise<ServiceResponse> {
    const send = async (token: string): Promise<ServiceResponse> =>
      parseResponse(
        await this.#http.send({
          method: 'GET',
          url: this.#serviceUrl + path,
          headers: { authorization: `Bearer ${token}` },
          read: true,
          ...(signal && { signal }),
        }),
      );
    return oneWithToken(send, this.#getAccessToken, this.readScopes(target), signal);
  }

  write(path: string, target: PhotoTarget, change: PhotoChange, options: WriteOptions): Promise<ServiceResponse> {
    const url = this.#serviceUrl + path;
    return sendChange(this.#http, this.#getAccessToken, url, change, this.writeScopes(target), options);
  }
}

function root(target: PhotoTarget): string {
  if (target === 'me') return '/me';
  // Every other target has one text: an address, or an id.
  const [key = ''] = Object.values(target);
  return `/Users${odataKey(key)}`;
}

import type { HttpClient } from '../../../http';
import type { Dialect, PhotoChange } from '../dialect';
import type { PhotoOwner } from '../photoService';
import { parseResponse, type ServiceResponse } from '../responses';
import { readingScopes, writingScopes } from '../scopes';
import { sendChange } from '../sendChange';
import { odataKey } from '../userKeys';
import { oneWithToken, type GetAccessToken } from '../withToken';

/** Outlook REST, v2.0 and beta (R1 to R7). Only beta can name and list sizes. */
export class OutlookDialect implements Dialect {
  readonly canRemove = false;
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

  metadataPath(owner: PhotoOwner): string {
    return `${root(owner)}/photo`;
  }

  photoPath(owner: PhotoOwner, size: string | null): string | null {
    if (!size) return `${root(owner)}/photo/$value`;
    return this.#isBeta ? `${root(owner)}/photos('${size}')/$value` : null;
  }

  sizesPath(owner: PhotoOwner): string | null {
    return this.#isBeta ? `${root(owner)}/photos` : null;
  }

  readScopes(owner: PhotoOwner): readonly string[] {
    return readingScopes('outlook', owner);
  }

  writeScopes(owner: PhotoOwner): readonly string[] {
    return writingScopes('outlook', owner);
  }

  read(path: string, owner: PhotoOwner, signal?: AbortSignal): Promise<ServiceResponse> {
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
    return oneWithToken(send, this.#getAccessToken, this.readScopes(owner), signal);
  }

  write(path: string, owner: PhotoOwner, change: PhotoChange, signal?: AbortSignal): Promise<ServiceResponse> {
    const url = this.#serviceUrl + path;
    return sendChange(this.#http, this.#getAccessToken, url, change, this.writeScopes(owner), signal);
  }
}

function root(owner: PhotoOwner): string {
  return owner === 'me' ? '/me' : `/Users${odataKey(owner.address)}`;
}

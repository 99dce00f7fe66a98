import type { HttpClient } from '../../../http';
import type { Dialect, PhotoChange } from '../dialect';
import type { PhotoOwner } from '../photoService';
import type { ServiceResponse } from '../responses';
import { readingScopes, writingScopes } from '../scopes';
import { sendChange } from '../sendChange';
import { graphKey } from '../userKeys';
import type { GetAccessToken } from '../withToken';
import { BatchQueue } from './batchQueue';

/** Microsoft Graph, v1.0 and beta (G1 to G10). */
export class GraphDialect implements Dialect {
  readonly canRemove = true;
  readonly hidesMissingSizes: boolean;
  readonly #serviceUrl: string;
  readonly #http: HttpClient;
  readonly #getAccessToken: GetAccessToken;
  readonly #queue: BatchQueue;

  constructor(serviceUrl: string, http: HttpClient, getAccessToken: GetAccessToken) {
    this.#serviceUrl = serviceUrl;
    this.#http = http;
    this.#getAccessToken = getAccessToken;
    this.#queue = new BatchQueue(serviceUrl, http, getAccessToken);
    this.hidesMissingSizes = /\/beta$/i.test(serviceUrl);
  }

  metadataPath(owner: PhotoOwner): string {
    return `${root(owner)}/photo`;
  }

  photoPath(owner: PhotoOwner, size: string | null): string {
    return size ? `${root(owner)}/photos/${size}/$value` : `${root(owner)}/photo/$value`;
  }

  sizesPath(owner: PhotoOwner): string {
    return `${root(owner)}/photos`;
  }

  readScopes(owner: PhotoOwner): readonly string[] {
    return readingScopes('graph', owner);
  }

  writeScopes(owner: PhotoOwner): readonly string[] {
    return writingScopes('graph', owner);
  }

  read(path: string, owner: PhotoOwner, signal?: AbortSignal): Promise<ServiceResponse> {
    return this.#queue.read({ path, scopes: this.readScopes(owner), signal });
  }

  write(path: string, owner: PhotoOwner, change: PhotoChange, signal?: AbortSignal): Promise<ServiceResponse> {
    const url = this.#serviceUrl + path;
    return sendChange(this.#http, this.#getAccessToken, url, change, this.writeScopes(owner), signal);
  }
}

function root(owner: PhotoOwner): string {
  return owner === 'me' ? '/me' : `/users/${graphKey(owner.address)}`;
}

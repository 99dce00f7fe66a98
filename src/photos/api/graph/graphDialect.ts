import type { HttpClient } from '../../../http';
import type { Dialect, DialectOptions, PhotoChange, WriteOptions } from '../dialect';
import type { Contacts, Directory, MyEntry, PhotoTarget } from '../person';
import type { ServiceResponse } from '../responses';
import { ownerKindOf, readingScopes, writingScopes } from '../scopes';
import { sendChange } from '../sendChange';
import { graphPath } from '../userKeys';
import type { GetAccessToken } from '../withToken';
import { BatchQueue } from './batchQueue';
import { GraphContacts } from './graphContacts';
import { GraphDirectory, type ReadPath } from './graphDirectory';
import { SearchSchedule } from './searchSchedule';

/** Microsoft Graph, v1.0 and beta (G1 to G10). */
export class GraphDialect implements Dialect {
  readonly canRemove = true;
  readonly hidesMissingSizes: boolean;
  readonly directory: Directory;
  readonly contacts: Contacts;
  readonly readMe: () => Promise<MyEntry>;
  readonly #serviceUrl: string;
  readonly #http: HttpClient;
  readonly #getAccessToken: GetAccessToken;
  readonly #queue: BatchQueue;
  readonly #schedule = new SearchSchedule();

  constructor(serviceUrl: string, http: HttpClient, getAccessToken: GetAccessToken, { usesGroups }: DialectOptions) {
    this.#serviceUrl = serviceUrl;
    this.#http = http;
    this.#getAccessToken = getAccessToken;
    this.#queue = new BatchQueue(serviceUrl, http, getAccessToken);
    const read: ReadPath = (path, kind, options) =>
      this.#queue.read({ path, scopes: readingScopes('graph', kind), ...options });
    const directory = new GraphDirectory(read, (send) => this.#schedule.add(send), usesGroups);
    this.contacts = new GraphContacts(read);
    this.directory = directory;
    this.readMe = () => directory.readMe();
    this.hidesMissingSizes = /\/beta$/i.test(serviceUrl);
  }

  metadataPath(target: PhotoTarget): string {
    return `${graphPath(target)}/photo`;
  }

  photoPath(target: PhotoTarget, size: string | null): string {
    return size && hasSizes(target)
      ? `${graphPath(target)}/photos/${size}/$value`
      : `${graphPath(target)}/photo/$value`;
  }

  sizesPath(target: PhotoTarget): string | null {
    return hasSizes(target) ? `${graphPath(target)}/photos` : null;
  }

  readScopes(target: PhotoTarget): readonly string[] {
    return readingScopes('graph', ownerKindOf(target));
  }

  writeScopes(target: PhotoTarget): readonly string[] {
    return writingScopes('graph', ownerKindOf(target));
  }

  read(path: string, target: PhotoTarget, signal?: AbortSignal): Promise<ServiceResponse> {
    const response = this.#queue.read({ path, scopes: this.readScopes(target), signal });
    return target !== 'me' && 'address' in target ? this.#schedule.waitFor(response) : response;
  }

  write(path: string, target: PhotoTarget, change: PhotoChange, options: WriteOptions): Promise<ServiceResponse> {
    const url = this.#serviceUrl + path;
    return sendChange(this.#http, this.#getAccessToken, url, change, this.writeScopes(target), options);
  }
}

/** The photo of a contact has one size. */
function hasSizes(target: PhotoTarget): boolean {
  return ownerKindOf(target) !== 'contacts';
}

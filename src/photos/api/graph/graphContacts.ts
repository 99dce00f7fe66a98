import { PermissionError } from '../errors';
import type { ContactEntry, Contacts } from '../person';
import { isNoPhoto } from '../photoService';
import { checkRead, unexpectedResponse } from '../responses';
import { readingScopes } from '../scopes';
import type { ReadPath } from './graphDirectory';

/** More folders are not searched: each is one more request for every address. Contacts with one address are fewer. */
const maxFolders = 20;

/** The search of the account's own contacts (`docs/photo-api.md`, contacts). A search covers one folder only. */
export class GraphContacts implements Contacts {
  readonly #read: ReadPath;
  /** Paths of the folders beside the default one. */
  #folders: Promise<readonly string[]> | null = null;

  constructor(read: ReadPath) {
    this.#read = read;
  }

  async find(address: string): Promise<readonly ContactEntry[]> {
    try {
      const [inDefault, folders] = await Promise.all([this.#search('/me', address), this.#listFolders()]);
      const inFolders = await Promise.all(folders.map((folder) => this.#search(folder, address)));
      const all = [inDefault, ...inFolders].flat();
      return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
    } catch (error) {
      if (error instanceof PermissionError) return [];
      throw error;
    }
  }

  reset(): void {
    this.#folders = null;
  }

  async #search(folder: string, address: string): Promise<readonly ContactEntry[]> {
    const filter = `emailAddresses/any(a:a/address eq '${address.replaceAll("'", "''")}')`;
    const rows = await this.#list(
      `${folder}/contacts?$filter=${encodeURIComponent(filter)}&$select=id,displayName&$top=10`,
    );
    return rows.map(({ id, displayName }) => ({ id, name: typeof displayName === 'string' ? displayName : '' }));
  }

  /** Once for each account; after a failure the next search reads them again. */
  #listFolders(): Promise<readonly string[]> {
    const reading = (this.#folders ??= this.#readFolders());
    reading.catch(() => (this.#folders = null));
    return reading;
  }

  async #readFolders(): Promise<readonly string[]> {
    const rows = await this.#list(`/me/contactFolders?$select=id&$top=${maxFolders}`);
    return rows.map(({ id }) => `/me/contactFolders/${encodeURIComponent(id)}`);
  }

  /** @throws PermissionError, ServiceError, UnexpectedAnswerError. */
  async #list(path: string): Promise<readonly (Readonly<Record<string, unknown>> & { readonly id: string })[]> {
    const response = await this.#read(path, 'contacts');
    const checked = checkRead(response, readingScopes('graph', 'contacts'));
    // A mailbox without contacts, as on the organization's own server.
    if (isNoPhoto(checked)) return [];
    const { value } = (checked.json ?? {}) as { value?: unknown };
    if (!Array.isArray(value)) throw unexpectedResponse(response);
    return value.slice(0, maxFolders).filter(isRow);
  }
}

function isRow(json: unknown): json is Readonly<Record<string, unknown>> & { readonly id: string } {
  return typeof json === 'object' && json !== null && 'id' in json && typeof json.id === 'string' && json.id !== '';
}

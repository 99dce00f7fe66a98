import { isMailAddress, isSameAddress } from '../../../base';
import { PermissionError } from '../errors';
import type { Addressee } from '../photoService';
import type { DirectoryEntry, PeopleDirectory } from '../person';
import { isRefusal } from './graphDirectory';
import { filterQuery, searchQuery, wordsOf } from './nameQueries';

/** A user whom a search has found. */
export interface FoundPerson {
  /** Object id. */
  readonly id: string;
  /** Empty where the directory has none. */
  readonly name: string;
  /** The mail address; the login name where there is none, or where another person of the answer has the same one. */
  readonly address: string;
  readonly isGuest: boolean;
  /** Whose photo to read: by the login name, or by the id, since another person may have the same mail address. */
  readonly photoOwner: Addressee;
}

export type NameSearchResult =
  | { readonly kind: 'found'; readonly people: readonly FoundPerson[] }
  /** The token's account may not search. */
  | { readonly kind: 'refused' };

/** The search for people by name (`docs/photo-api.md`, search by name). */
export class NameSearch {
  readonly #directory: PeopleDirectory;
  /** Some directories refuse `$search` and take filters. */
  #isFilterOnly = false;

  constructor(directory: PeopleDirectory) {
    this.#directory = directory;
  }

  /** Finds the users whose names start with the words of a text. @throws PhotoServiceError, HttpError, token errors. */
  async find(text: string, signal: AbortSignal): Promise<NameSearchResult> {
    const words = wordsOf(text);
    try {
      return { kind: 'found', people: foundIn(await this.#list(words, signal)) };
    } catch (error) {
      if (error instanceof PermissionError) return { kind: 'refused' };
      throw error;
    }
  }

  async #list(words: readonly string[], signal: AbortSignal): Promise<readonly DirectoryEntry[]> {
    if (!this.#isFilterOnly) {
      try {
        const headers = { ConsistencyLevel: 'eventual' };
        return await this.#directory.listUsers(searchQuery(words), { headers, signal });
      } catch (error) {
        if (!isRefusal(error)) throw error;
      }
    }
    const entries = await this.#directory.listUsers(filterQuery(words), { signal });
    // Only now: an account that may not search at all is refused in both ways.
    this.#isFilterOnly = true;
    return entries;
  }
}

function foundIn(entries: readonly DirectoryEntry[]): readonly FoundPerson[] {
  return entries.flatMap((entry) => {
    const { id, name, kind, login, addresses } = entry;
    const [mail = ''] = addresses;
    const isShared = entries.some((other) => other !== entry && isSameAddress(other.addresses[0] ?? '', mail));
    const address = isShared ? (login ?? '') : mail;
    if (!isMailAddress(address)) return [];
    const isLogin = login !== null && isSameAddress(login, address);
    return [{ id, name, address, isGuest: kind === 'guest', photoOwner: { address: isLogin ? address : id } }];
  });
}

import { isSameAddress } from '../../base';

/** Whom the directory, or one of the account's own contacts, names under an address. */
export interface KnownPerson {
  /** `me`: the account of the token. */
  readonly kind: 'me' | DirectoryEntry['kind'] | 'contact';
  /** Object id of the user or group, or id of the contact; of `me` empty where the token does not carry it. */
  readonly id: string;
  /** Empty or absent where no answer has had one. Not kept on the machine. */
  readonly name?: string | undefined;
  /** When the directory answered. Milliseconds since 1970. */
  readonly foundAt: number;
  /** Of a contact: object id of the account whose contact it is. */
  readonly ownerId?: string;
  /** The addresses that the directory has reported; incomplete where it hides aliases. */
  readonly addresses: readonly string[];
}

/** The account that a token was issued for, as far as the token names it. */
export interface TokenAccount {
  /** Empty where the token has none. */
  readonly name: string;
  readonly username: string;
  readonly objectId: string | null;
  readonly addresses: readonly string[];
}

/** The person whom the token is for. */
export interface Me {
  /** Object id in the directory; null where the token does not carry it. */
  readonly objectId: string | null;
  readonly name: string;
  /** The primary address; the user name until the directory has answered. */
  readonly address: string;
  /** Every address that is known to be mine. */
  readonly addresses: readonly string[];
  /** Whether the directory has been asked for more than the token names. */
  readonly isComplete: boolean;
}

/** Whether an address is known to be mine. */
export function isMyAddress(me: Me | null, address: string): boolean {
  return me?.addresses.some((one) => isSameAddress(one, address)) ?? false;
}

/** What the directory says about the token's account; the primary address comes first. */
export type MyEntry = Pick<Me, 'name' | 'addresses'>;

/** What differs between people to a request: the token's account, an address, or an id that was found. */
export type PhotoTarget =
  | 'me'
  | { readonly address: string }
  | { readonly id: string }
  | { readonly groupId: string }
  | { readonly contactId: string };

/** A user or group of the directory. */
export interface DirectoryEntry {
  /** `signInOff`: an account that is off, as those of shared mailboxes and rooms; known only with a wide permission. */
  readonly kind: 'colleague' | 'guest' | 'group' | 'signInOff';
  readonly id: string;
  /** Empty where the directory gives none. */
  readonly name: string;
  /** The login name of a user; null for a group. */
  readonly login: string | null;
  /** The addresses that may be read, the login name among them; the mail address comes first. */
  readonly addresses: readonly string[];
  /** Whether the address that was searched for is the primary one or the login name. */
  readonly isPrimary: boolean;
}

/** The result of a search for one address. */
export type SearchResult =
  /** `isComplete`: aliases were searched too. */
  | { readonly kind: 'found'; readonly entries: readonly DirectoryEntry[]; readonly isComplete: boolean }
  /** The token's account may not search. */
  | { readonly kind: 'refused' };

/** What a request for users has beside its query. */
export interface ListOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The search of a directory. Searches of one moment are sent together. */
export interface Directory {
  /** The users of a query of its own, percent-encoded and without a question mark. @throws as `findUsers`. */
  listUsers(query: string, options: ListOptions): Promise<readonly DirectoryEntry[]>;
  /** @throws PhotoServiceError, HttpError, token errors. */
  findUsers(address: string): Promise<SearchResult>;
  /** The groups with an address; none where the account may not search them. @throws as `findUsers`. */
  findGroups(address: string): Promise<readonly DirectoryEntry[]>;
  /** The mail domains of the organization, in lower case; none where the account may not read them. @throws as `findUsers`. */
  readDomains(): Promise<readonly string[]>;
  /** Forgets what belongs to the account of before. */
  reset(): void;
}

/** One of the account's own contacts. */
export interface ContactEntry {
  readonly id: string;
  readonly name: string;
}

/** The contacts of the token's account. */
export interface Contacts {
  /** Those with an address, in the default folder and the first 20 others; none where the account may not read them. @throws as `findUsers`. */
  find(address: string): Promise<readonly ContactEntry[]>;
  /** Forgets what belongs to the account of before. */
  reset(): void;
}

/** What a search for people by name needs of the directory. */
export type PeopleDirectory = Pick<Directory, 'listUsers'>;

import DataLoader from 'dataloader';
import { isSameAddress } from '../../../base';
import type { Directory, DirectoryEntry, ListOptions, MyEntry, SearchResult } from '../person';
import { isNoPhoto } from '../photoService';
import { PermissionError, ServiceError } from '../errors';
import { checkRead, unexpectedResponse, type ServiceResponse } from '../responses';
import { readingScopes, type OwnerKind } from '../scopes';

/** Reads one path of the service with a permission, in a batch with the others of the moment. */
export type ReadPath = (path: string, kind: OwnerKind, options?: ListOptions) => Promise<ServiceResponse>;

/**
 * Addresses in one filter. Graph takes 15 clauses joined by `or`: two for the aliases of each address, and one for all primary
 * addresses.
 */
const addressesPerFilter = 7;

/**
 * Up to so many addresses are searched for one by one, in three batches. More are searched for in groups, and those found by
 * a hidden alias once more, one by one.
 */
const mostOneByOne = 60;

/** Searches that share one batch. */
const maxBatchSize = 20;

/** Entries that are requested in one answer, and read of it. */
const mostRows = 100;

const entryFields = 'id,displayName,mail,userPrincipalName,proxyAddresses';
const userFields = `${entryFields},userType,accountEnabled`;
const groupFields = 'id,displayName,mail,proxyAddresses';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly mail: string | null;
  readonly login: string | null;
  readonly kind: DirectoryEntry['kind'];
  /** Null where the permission does not cover them. */
  readonly proxies: readonly string[] | null;
}

/** The search of Microsoft Graph's directory (`docs/photo-api.md`, people behind addresses). */
export class GraphDirectory implements Directory {
  readonly #read: ReadPath;
  readonly #users: DataLoader<string, SearchResult>;
  readonly #groups: DataLoader<string, readonly DirectoryEntry[]>;
  readonly #me: DataLoader<'me', MyEntry>;
  readonly #organization: DataLoader<'domains', readonly string[]>;
  #domains: Promise<readonly string[]> | null = null;
  /** Some organizations refuse filters with aliases. */
  #hasAliases = true;
  /** Whether groups may be read, as far as the page and the tokens say. */
  readonly #usesGroups: () => boolean;
  #mayReadGroups = true;

  /**
   * `schedule` calls its argument when the searches of a moment are complete. `usesGroups`: whether groups may be read, as far
   * as the page and the tokens say.
   */
  constructor(read: ReadPath, schedule: (send: () => void) => void, usesGroups: () => boolean) {
    this.#read = read;
    this.#usesGroups = usesGroups;
    const options = { cache: false, batchScheduleFn: schedule };
    this.#users = new DataLoader((addresses) => this.#findAllUsers(addresses), options);
    this.#groups = new DataLoader((addresses) => this.#findAllGroups(addresses), options);
    this.#me = new DataLoader((all) => Promise.all(all.map(() => this.#readMe())), options);
    this.#organization = new DataLoader((all) => Promise.all(all.map(() => this.#readDomains())), options);
  }

  findUsers(address: string): Promise<SearchResult> {
    return this.#users.load(address);
  }

  findGroups(address: string): Promise<readonly DirectoryEntry[]> {
    return this.#mayReadGroups && this.#usesGroups() ? this.#groups.load(address) : Promise.resolve([]);
  }

  /** Once for each account; after a failure the next search reads them again. */
  readDomains(): Promise<readonly string[]> {
    const reading = (this.#domains ??= this.#organization.load('domains'));
    reading.catch(() => (this.#domains = null));
    return reading;
  }

  reset(): void {
    this.#hasAliases = true;
    this.#mayReadGroups = true;
    this.#domains = null;
  }

  async listUsers(query: string, options: ListOptions): Promise<readonly DirectoryEntry[]> {
    return (await this.#list('others', query, options)).map((row) => entryOf(row, row.kind, true));
  }

  /** The token's own entry. @throws PhotoServiceError, HttpError, token errors. */
  readMe(): Promise<MyEntry> {
    return this.#me.load('me');
  }

  async #readMe(): Promise<MyEntry> {
    const response = await this.#read(`/me?$select=${entryFields}`, 'me');
    const checked = checkRead(response, readingScopes('graph', 'me'));
    const row = isNoPhoto(checked) ? null : rowIn(checked.json);
    if (!row) throw unexpectedResponse(response);
    return { name: row.name, addresses: addressesIn(row) };
  }

  async #readDomains(): Promise<readonly string[]> {
    const response = await this.#read('/organization?$select=verifiedDomains', 'me');
    try {
      const checked = checkRead(response, readingScopes('graph', 'me'));
      const { value } = ((isNoPhoto(checked) ? undefined : checked.json) ?? {}) as { value?: unknown };
      if (!Array.isArray(value)) throw unexpectedResponse(response);
      return value.flatMap(domainsIn);
    } catch (error) {
      if (error instanceof PermissionError) return [];
      throw error;
    }
  }

  async #findAllUsers(addresses: readonly string[]): Promise<readonly (SearchResult | Error)[]> {
    const size = addresses.length > mostOneByOne ? addressesPerFilter : 1;
    const results = chunksOf(addresses, size).map((chunk) => this.#findChunk(chunk));
    return (await Promise.all(results)).flat();
  }

  /** One result or error for each address of a chunk. */
  async #findChunk(addresses: readonly string[]): Promise<readonly (SearchResult | Error)[]> {
    try {
      const search = (some: readonly string[]): Promise<readonly Row[]> => this.#searchUsers(some);
      return await rowsByAddress(addresses, search, async (address, rows) => {
        const primary = rows.length > 1 ? await this.#primaryIds(address, rows) : null;
        const entries = rows.map((row) => entryOf(row, row.kind, primary?.has(row.id) ?? true));
        return { kind: 'found', isComplete: this.#hasAliases, entries } as const;
      });
    } catch (error) {
      if (error instanceof PermissionError) return addresses.map(() => ({ kind: 'refused' }));
      return addresses.map(() => error as Error);
    }
  }

  /** Which of several users with one address have it as the primary one, or as their login name. */
  async #primaryIds(address: string, rows: readonly Row[]): Promise<ReadonlySet<string>> {
    const isHidden = rows.some(({ proxies }) => proxies === null) && this.#hasAliases;
    const holders = isHidden
      ? await this.#filter('others', userFields, `proxyAddresses/any(p:p eq ${quoted(`SMTP:${address}`)})`)
      : rows.filter(({ proxies }) => proxies?.some((one) => one === `SMTP:${address}`));
    const logins = rows.filter(({ login }) => login !== null && isSameAddress(login, address));
    return new Set([...holders, ...logins].map(({ id }) => id));
  }

  async #searchUsers(addresses: readonly string[]): Promise<readonly Row[]> {
    if (this.#hasAliases) {
      try {
        return await this.#filter('others', userFields, filterFor(addresses, true));
      } catch (error) {
        if (!isRefusal(error)) throw error;
      }
    }
    const rows = await this.#filter('others', userFields, filterFor(addresses, false));
    // Only now: an account that may not search at all is refused in both ways.
    this.#hasAliases = false;
    return rows;
  }

  async #findAllGroups(addresses: readonly string[]): Promise<readonly (readonly DirectoryEntry[] | Error)[]> {
    const size = addresses.length > maxBatchSize ? addressesPerFilter : 1;
    const chunks = chunksOf(addresses, size).map(async (chunk) => {
      try {
        const search = (some: readonly string[]): Promise<readonly Row[]> =>
          this.#filter('groups', groupFields, filterFor(some, this.#hasAliases));
        return await rowsByAddress(chunk, search, (_address, rows) => rows.map((row) => entryOf(row, 'group', true)));
      } catch (error) {
        // The administrator's permission is missing, or was withdrawn.
        if (isRefusal(error)) this.#mayReadGroups = false;
        return chunk.map(() => (this.#mayReadGroups && this.#usesGroups() ? (error as Error) : []));
      }
    });
    return (await Promise.all(chunks)).flat();
  }

  #filter(kind: 'others' | 'groups', fields: string, filter: string): Promise<readonly Row[]> {
    return this.#list(kind, `$filter=${encodeURIComponent(filter)}&$select=${fields}&$top=${mostRows}`);
  }

  /** @throws PermissionError, ServiceError, UnexpectedAnswerError. */
  async #list(kind: 'others' | 'groups', query: string, options?: ListOptions): Promise<readonly Row[]> {
    const response = await this.#read(`${kind === 'groups' ? '/groups' : '/users'}?${query}`, kind, options);
    const checked = checkRead(response, readingScopes('graph', kind));
    const { value } = ((isNoPhoto(checked) ? undefined : checked.json) ?? {}) as { value?: unknown };
    if (!Array.isArray(value)) throw unexpectedResponse(response);
    return value.slice(0, mostRows).flatMap((one: unknown) => rowIn(one) ?? []);
  }
}

/**
 * Searches for addresses together, and makes a result of the rows of each. Rows with hidden aliases do not name the address
 * that they were found by: where an address has no other rows, it is searched for alone.
 */
async function rowsByAddress<T>(
  addresses: readonly string[],
  search: (addresses: readonly string[]) => Promise<readonly Row[]>,
  resultOf: (address: string, rows: readonly Row[]) => T | Promise<T>,
): Promise<readonly T[]> {
  const rows = await search(addresses);
  const isHidden = rows.some(({ proxies }) => proxies === null);
  const rowsOf = async (address: string): Promise<readonly Row[]> => {
    const own = rows.filter((row) => hasAddress(row, address));
    if (own.length > 0 || !isHidden) return own;
    return addresses.length === 1 ? rows : search([address]);
  };
  return Promise.all(addresses.map(async (address) => resultOf(address, await rowsOf(address))));
}

/** A filter for users or groups with any of the addresses. */
function filterFor(addresses: readonly string[], withAliases: boolean): string {
  const mails = `mail in (${addresses.map(quoted).join(',')})`;
  if (!withAliases) return mails;
  // The type is compared with case: `SMTP:` marks the primary address.
  const proxies = addresses.flatMap((address) =>
    [`SMTP:${address}`, `smtp:${address}`].map((one) => `proxyAddresses/any(p:p eq ${quoted(one)})`),
  );
  return [mails, ...proxies].join(' or ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function chunksOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_none, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** Whether the service does not let this account ask so. A filter that it does not support is answered with 400. */
export function isRefusal(error: unknown): boolean {
  return error instanceof PermissionError || (error instanceof ServiceError && error.status === 400);
}

/** Null for what is no entry of a directory. */
function rowIn(json: unknown): Row | null {
  if (typeof json !== 'object' || json === null) return null;
  const { id, displayName, mail, userPrincipalName, proxyAddresses, ...more } = json as Readonly<
    Record<string, unknown>
  >;
  if (typeof id !== 'string' || id === '') return null;
  const login = typeof userPrincipalName === 'string' ? userPrincipalName : null;
  return {
    id,
    name: typeof displayName === 'string' ? displayName : '',
    mail: typeof mail === 'string' ? mail : null,
    login,
    kind: userKind(more, login ?? ''),
    proxies: Array.isArray(proxyAddresses) ? proxyAddresses.filter((one) => typeof one === 'string') : null,
  };
}

function userKind({ userType, accountEnabled }: Readonly<Record<string, unknown>>, login: string): Row['kind'] {
  if (userType === 'Guest' || (userType === undefined && /#EXT#@/i.test(login))) return 'guest';
  return accountEnabled === false ? 'signInOff' : 'colleague';
}

function addressesIn({ mail, login, proxies }: Row): readonly string[] {
  const aliases = (proxies ?? []).filter((one) => /^smtp:/i.test(one)).map((one) => one.slice('smtp:'.length));
  return [mail, login, ...aliases].filter((one) => one !== null);
}

function hasAddress(row: Row, address: string): boolean {
  return addressesIn(row).some((one) => isSameAddress(one, address));
}

function entryOf(row: Row, kind: DirectoryEntry['kind'], isPrimary: boolean): DirectoryEntry {
  const { id, name, login } = row;
  return { kind, id, name, login, addresses: addressesIn(row), isPrimary };
}

function domainsIn(organization: unknown): readonly string[] {
  const { verifiedDomains } = (organization ?? {}) as { verifiedDomains?: unknown };
  if (!Array.isArray(verifiedDomains)) return [];
  return verifiedDomains.flatMap((one: { readonly name?: unknown } | null) =>
    typeof one?.name === 'string' ? [one.name.toLowerCase()] : [],
  );
}

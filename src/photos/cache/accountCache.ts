import DataLoader from 'dataloader';
import { normalizeAddress, type Observable } from '../../base';
import type { PersonOwner } from '../api/photoService';
import { ownerKey } from '../api/userKeys';
import type { Copy, ReplacedPhoto } from './copy';
import type { CacheUsage, PhotoCache } from './photoCache';
import { copyIn, recordOf, type StoredRecord } from './record';

/** The account that photos are read for: no other account sees its copies. */
export interface Account {
  readonly address: string;
  /** Null where the host does not report it, or not yet. */
  readonly tenantId: string | null;
}

/** A copy from the cache, and what a save had replaced when it was stored. */
export interface CachedCopy {
  readonly copy: Copy;
  readonly replaced: ReplacedPhoto | null;
}

/** One person's copy, for the account of the moment when it was requested. */
export interface PersonCache {
  /** The copy, marked with the session that reads it; null where there is none that may be shown. */
  find(session: number): Promise<CachedCopy | null>;
  /** Stores a copy, unless a pane has removed copies since. */
  save(copy: Copy, replaced: ReplacedPhoto | null): Promise<void>;
  remove(): Promise<void>;
}

/** The part of the cache that belongs to the current account and one service. */
export class AccountCache {
  /** Null while the account is not known: then nothing is stored and nothing is found. */
  readonly account: Observable<Account | null>;
  readonly #cache: PhotoCache;
  readonly #serviceUrl: string;
  #panes: BroadcastChannel | null = null;
  /** Look-ups of one moment are one transaction, so that missing people can be requested together too. */
  readonly #lookups: DataLoader<() => Promise<string>, StoredRecord | null>;

  constructor(cache: PhotoCache, serviceUrl: string, account: Observable<Account | null>) {
    this.account = account;
    this.#cache = cache;
    this.#serviceUrl = serviceUrl;
    this.#lookups = new DataLoader(async (keys) => cache.find(await Promise.all(keys.map((key) => key()))), {
      cache: false,
      // A timer would delay the face.
      batchScheduleFn: (dispatch) => queueMicrotask(dispatch),
    });
  }

  of(owner: PersonOwner): PersonCache {
    const account = this.account.value;
    if (!account) return noCache;
    const since = Date.now();
    let digest: Promise<string> | null = null;
    // Computed when it is first needed.
    const key = (): Promise<string> =>
      (digest ??= digestOf([this.#serviceUrl, normalizeAddress(account.address), ownerKey(owner)]));
    return {
      find: (session) => this.#find(key, account, session),
      save: (copy, replaced) => this.#save(key, account, since, copy, replaced),
      remove: async () => this.#cache.remove(await key()),
    };
  }

  /** How much is kept of the current account. */
  async usage(): Promise<CacheUsage> {
    const account = this.account.value;
    return account ? this.#cache.usage(await accountKey(account)) : { people: 0, bytes: 0 };
  }

  /** Removes all copies of the current account; the other panes are informed. */
  async clear(): Promise<void> {
    const account = this.account.value;
    if (!account) return;
    const key = await accountKey(account);
    await this.#cache.clear(key);
    this.#panes?.postMessage(key);
  }

  /**
   * Calls `listener` after another pane has removed the copies of the current account.
   * @returns a function that ends it.
   */
  followOtherPanes(listener: () => void): () => void {
    const panes = (this.#panes = openChannel());
    if (!panes) return () => undefined;
    panes.onmessage = async ({ data }) => {
      this.#cache.expect(data as string);
      const account = this.account.value;
      if (account && data === (await accountKey(account))) listener();
    };
    return () => {
      this.#panes = null;
      panes.close();
    };
  }

  /** Removes the records that match, of whatever mailbox: a person may open several. */
  removeWhere(matches: (record: StoredRecord) => boolean): Promise<void> {
    return this.#cache.removeWhere(matches);
  }

  async #find(key: () => Promise<string>, account: Account, session: number): Promise<CachedCopy | null> {
    const record = await this.#lookups.load(key);
    if (!record || !isReadable(record, account)) return null;
    return { copy: copyIn(record, session), replaced: record.replaced ?? null };
  }

  async #save(
    key: () => Promise<string>,
    account: Account,
    since: number,
    copy: Copy,
    replaced: ReplacedPhoto | null,
  ): Promise<void> {
    const place = { key: await key(), account: await accountKey(account) };
    // The tenant of the same account may have become known meanwhile.
    const current = this.account.value;
    const { tenantId } = current && isSameMailbox(current, account) ? current : account;
    await this.#cache.put(place, await recordOf(copy, tenantId, replaced), since);
    this.#panes?.postMessage(place.key);
  }
}

/** Whether two accounts are the same: by address, and by tenant where both are known. */
export function isSameAccount(one: Account, other: Account): boolean {
  if (!isSameMailbox(one, other)) return false;
  return one.tenantId === null || other.tenantId === null || one.tenantId === other.tenantId;
}

function isSameMailbox(one: Account, other: Account): boolean {
  return normalizeAddress(one.address) === normalizeAddress(other.address);
}

/** While the own tenant is not known, copies of any tenant may be shown. */
function isReadable({ tenant }: StoredRecord, { tenantId }: Account): boolean {
  return tenantId === null || tenant === tenantId;
}

const noCache: PersonCache = {
  find: () => Promise.resolve(null),
  save: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};

/** Between the panes of one browser. Null where storage is blocked. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel('photos');
  } catch {
    return null;
  }
}

function accountKey({ address }: Account): Promise<string> {
  return digestOf([normalizeAddress(address)]);
}

/** Addresses are personal: only their SHA-256 is stored, as hexadecimal text. */
async function digestOf(words: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(words.join('\n'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

import { QueryClient, QueryObserver, type Query } from '@tanstack/query-core';
import type { Observable } from '../../base';
import type { Addressee, NoPhoto, PhotoMetadata, PhotoService } from '../api/photoService';
import type { KnownPerson, Me, PeopleDirectory } from '../api/person';
import { ownerKey } from '../api/userKeys';
import { isSameAccount, type Account, type AccountCache } from '../cache/accountCache';
import type { Copy } from '../cache/copy';
import type { CacheUsage } from '../cache/photoCache';
import { isTooOld, policy } from '../policy';
import { comesFromContacts, covers, latestFirst, mayComeFromContacts, type PhotoSize } from './copies';
import { CopyQueries, photoQueryKey, personKeyIn } from './copyQueries';
import { debounceLookups } from './lookupDebounce';
import { isExpired, portraitOf, sizeListOf, withoutCopy, type Portrait, type SizeList } from './portrait';
import { readPhoto, type ReadContext } from './readPhoto';
import { startRefresh } from './refresh';
import type { SaveContext } from './savePhoto';
import { Session, type LastResponse } from './session';
import { watchQuery } from './watchQuery';

/**
 * The photos of people as values over time. The first watcher starts a read, the last one to leave aborts it. A cached
 * copy is shown at once and requested again once it is stale. What is read about a person updates all their sizes.
 */
export class PhotoLibrary {
  /** For `savePhoto`, which is lazy-loaded: most people look at photos without changing one. */
  readonly saving: SaveContext;
  readonly #service: PhotoService;
  readonly #cache: AccountCache;
  readonly #session = new Session();
  readonly #client = createQueryClient();
  readonly #copies = new CopyQueries(this.#client, this.#session);
  readonly #reading: ReadContext;
  readonly #wanted = new Map<string, { count: number; readonly release: () => void }>();
  readonly #stopRefresh: () => void;
  readonly #leavePanes: () => void;
  #account: Account | null;
  /** Object id of the person whom the latest token was for; null while it is not known. */
  #personId: string | null = null;

  constructor(service: PhotoService, cache: AccountCache, shorterSide: ReadContext['shorterSide']) {
    this.#service = service;
    this.#cache = cache;
    const [session, copies] = [this.#session, this.#copies];
    this.#reading = { service, cache, session, copies, shorterSide, debounce: debounceLookups() };
    const expireSizes: SaveContext['expireSizes'] = (keys) => {
      for (const key of keys) void this.#client.invalidateQueries({ queryKey: ['sizes', key] });
    };
    this.saving = { service, cache, session, copies, expireSizes };
    this.#stopRefresh = startRefresh(this.#client, this.#session);
    this.#leavePanes = cache.followOtherPanes(() => this.#leaveCache());
    this.#account = cache.account.value;
    cache.account.subscribe(() => this.#changeAccount(cache.account.value));
    service.me.subscribe(() => this.#changePerson(service.me.value));
  }

  /** The person whom the token is for; null while there is no token. */
  get me(): Observable<Me | null> {
    return this.#service.me;
  }

  /** For searches by name; null where the service finds people by address only. */
  get people(): PeopleDirectory | null {
    return this.#service.people;
  }

  /** Reads my name and addresses from the directory, once for each account. Never fails. */
  identifyMe(): Promise<void> {
    return this.#service.identifyMe();
  }

  /** A person's photo, large enough for `size`. It is read while something subscribes. */
  watch(owner: Addressee, size: PhotoSize): Observable<Portrait> {
    const watchedSince = Date.now();
    const key = ownerKey(owner);
    const isOfSession = (copy: Copy | undefined): boolean => copy?.session === this.#session.number;
    const observer = new QueryObserver<Copy>(this.#client, {
      queryKey: photoQueryKey(key, size),
      queryFn: ({ signal }) => readPhoto(this.#reading, owner, size, signal),
      staleTime: (query) => this.#staleTime(key, size, query),
      // The clock was set back: the query takes the copy of its future for new.
      refetchOnMount: ({ state: { data } }) => (data && isTooOld(data, Date.now()) ? 'always' : true),
      placeholderData: () => latestFirst(this.#copies.of(key))[0],
    });
    return watchQuery(
      observer,
      (result) => portraitOf(isOfSession(result.data) ? result : withoutCopy(result), watchedSince),
      (result) => isExpired(result) || !isOfSession(result.data),
    );
  }

  /**
   * Requests photos before a screen watches them: all of a list together, or before the first paint.
   * @returns a function that releases them; a read that nothing else watches is aborted then.
   */
  want(people: readonly Addressee[], size: PhotoSize): () => void {
    const releases = people.map((owner) => this.#hold(owner, size));
    return () => {
      for (const release of releases.splice(0)) release();
    };
  }

  /** The sizes that the service holds; read when first watched. */
  watchSizes(owner: Addressee): Observable<SizeList> {
    const observer = new QueryObserver<readonly PhotoMetadata[] | NoPhoto>(this.#client, {
      queryKey: ['sizes', ownerKey(owner)],
      queryFn: ({ signal }) => this.#service.listSizes(owner, { signal }),
      staleTime: policy.sizesFreshFor,
    });
    return watchQuery(observer, sizeListOf);
  }

  /** How much is kept on this machine for the current account; null: not counted yet. */
  watchUsage(): Observable<CacheUsage | null> {
    const observer = new QueryObserver<CacheUsage>(this.#client, {
      queryKey: ['usage'],
      queryFn: () => this.#cache.usage(),
    });
    return watchQuery(observer, ({ data }) => data ?? null);
  }

  /** The last response about a person; null: nothing was requested since the pane was opened. */
  lastResponse(owner: Addressee): LastResponse | null {
    return this.#session.lastResponse(ownerKey(owner));
  }

  /** The response to the last write of a person's photo; null: nothing was written since the pane was opened. */
  lastWrite(owner: Addressee): LastResponse | null {
    return this.#session.lastWrite(ownerKey(owner));
  }

  /** Reads a person's photo and sizes again, past every copy and every pause: only in a click. */
  reread(owner: Addressee): void {
    this.#service.endPauses();
    this.#rereadKeys(this.#session.keysLike(ownerKey(owner)));
  }

  /**
   * After the account's contacts began to be used: reads again who may be one of them. After that has ended: removes what
   * came from them, from this machine and from the screen.
   */
  async applyContacts(areUsed: boolean): Promise<void> {
    const isAffected = areUsed ? mayComeFromContacts : comesFromContacts;
    // First: what is read again below would find them there.
    await this.#cache.removeWhere(({ answer, person }) => isAffected({ ...answer, person }));
    const keys = this.#copies.keysWhere(({ result }) => isAffected(result));
    if (areUsed) this.#rereadKeys(keys);
    else this.#forget(keys);
    await this.#client.invalidateQueries({ queryKey: ['usage'] });
  }

  /** Whom an address is known to belong to; null where it is not known, or is the login name itself. */
  kindOf(owner: Addressee): KnownPerson['kind'] | null {
    return latestFirst(this.#copies.of(ownerKey(owner)))[0]?.result.person?.kind ?? null;
  }

  /** Whether a person's photo can be removed: never that of a contact. */
  canRemove(owner: Addressee): boolean {
    return this.#service.removePhoto !== null && this.kindOf(owner) !== 'contact';
  }

  /** Reads again everything that failed, past every pause: only in a click, for example after a sign-in. */
  rereadFailed(): void {
    this.#service.endPauses();
    void this.#client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
  }

  /** Empties the cache of the current account, and forgets what no screen shows. */
  async forgetAll(): Promise<void> {
    await this.#cache.clear();
    this.#leaveCache();
  }

  /** Forgets everything that was read into memory. */
  close(): void {
    this.#stopRefresh();
    this.#leavePanes();
    this.#client.clear();
  }

  /** After the cache was emptied, here or by another pane. What is in flight may have been read from it: it begins again. */
  #leaveCache(): void {
    this.#client.removeQueries({ type: 'inactive' });
    this.#copies.leaveCache();
    this.#forget([]);
    void this.#client.invalidateQueries({ queryKey: ['usage'] });
  }

  /** Removes the copies of people from the screen. What is in flight is requested again: it may be an answer about them. */
  #forget(keys: readonly string[]): void {
    const isUnknown = (query: Query): boolean => keys.includes(personKeyIn(query)) || query.state.data === undefined;
    void this.#client.resetQueries({ predicate: isUnknown });
    void this.#client.invalidateQueries({ predicate: ({ state }) => state.fetchStatus === 'fetching' });
  }

  #rereadKeys(keys: readonly string[]): void {
    for (const key of keys) this.#session.expire(key);
    void this.#client.invalidateQueries({ predicate: (query) => keys.includes(personKeyIn(query)) });
  }

  /** One subscription per person and size, however many want it. */
  #hold(owner: Addressee, size: PhotoSize): () => void {
    const id = JSON.stringify(photoQueryKey(ownerKey(owner), size));
    const wanted = this.#wanted.get(id) ?? {
      count: 0,
      release: this.watch(owner, size).subscribe(() => undefined),
    };
    wanted.count++;
    this.#wanted.set(id, wanted);
    return () => {
      wanted.count--;
      if (wanted.count > 0) return;
      this.#wanted.delete(id);
      wanted.release();
    };
  }

  /** Milliseconds. A copy that does not cover the size is only shown while the service is requested. */
  #staleTime(key: string, size: PhotoSize, { state: { data } }: Query<Copy>): number {
    if (!data || data.session !== this.#session.number || !covers(data, size)) return 0;
    return Math.max(0, this.#session.freshFor(key, data));
  }

  /** No account sees what was read for another one. */
  #changeAccount(account: Account | null): void {
    const before = this.#account;
    this.#account = account ?? before;
    const isOther = before !== null && account !== null && !isSameAccount(before, account);
    if (!isOther && !this.#showsOtherTenant(account)) return;
    // Who the token is for is asked again.
    this.#personId = null;
    this.#startNew();
  }

  /** In the same mailbox, such as a shared one, the token may be for another person from now on. */
  #changePerson(me: Me | null): void {
    const before = this.#personId;
    this.#personId = me?.objectId ?? before;
    if (before !== null && before !== this.#personId) this.#startNew();
  }

  #startNew(): void {
    this.#session.startNew();
    void this.#client.resetQueries();
  }

  /** Whether cached copies of another tenant were shown while the own one was not known. */
  #showsOtherTenant(account: Account | null): boolean {
    const { tenantId = null } = account ?? {};
    return (
      tenantId !== null && this.#copies.all().some((copy) => copy.origin !== 'service' && copy.tenantId !== tenantId)
    );
  }
}

/**
 * Creates the library of one service and the current account's cache. `shorterSide` of a picture is in pixels, 0 where it
 * cannot be drawn.
 */
export function createPhotoLibrary(
  service: PhotoService,
  cache: AccountCache,
  shorterSide: ReadContext['shorterSide'] = () => Promise.resolve(Infinity),
): PhotoLibrary {
  return new PhotoLibrary(service, cache, shorterSide);
}

function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        gcTime: policy.unwatchedFor,
        structuralSharing: false,
        refetchOnReconnect: ({ state }) => state.status === 'error',
      },
    },
  });
  client.mount();
  return client;
}

import { QueryClient, QueryObserver, type Query } from '@tanstack/query-core';
import type { Observable } from '../base';
import { passesByItself, type Said } from './errors';
import { isTooOld } from './kept/answer';
import { addressOf, type Account, type KeepingService } from './kept/keeping';
import type { Kept } from './kept/store';
import { ownerKey } from './key';
import { bestOf, covers, eTagOf, isReplaced, latestFirst, replacedFor, type Wanted } from './known';
import { createMemory, queryKeyOf, type Heard } from './memory';
import { isOver, observed, portraitOf, sizesOf, withoutData, type Known, type Portrait, type Sizes } from './portrait';
import { createRest } from './rest';
import { saveAndProve, type Saved, type SaveOptions } from './save';
import type { NoPhoto, PhotoMetadata, PhotoOwner } from './service';

/** How long sizes count, and how long an answer that nobody looks at is remembered. Milliseconds. */
const [day, remembered] = [86_400_000, 1_800_000];

/** How often what is looked at is held against the clock: timers stand still while a machine sleeps. Milliseconds. */
const watch = 60_000;

/** How long a failure counts that nobody mends, and one that passes by itself. Milliseconds. */
const [waitForRetry, afterPassing] = [3_600_000, 300_000];

/**
 * The photos of people as values over time. Who looks first starts the read; the last one to look away ends it; an
 * answer belongs to its person, so one that comes late can never show under another name. What is kept on the machine is
 * shown at once, and asked for again once it is older than a day. What is learnt of somebody is true for every face of
 * them, large and small.
 */
export function createPortraits(service: KeepingService) {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        gcTime: remembered,
        structuralSharing: false,
        refetchOnReconnect: ({ state }) => state.status === 'error',
      },
    },
  });
  client.mount();
  const memory = createMemory(client);
  const rested = createRest();

  /** Asks the service; `copy` is what is shown meanwhile. */
  const ask = async (
    owner: PhotoOwner,
    wanted: Wanted,
    copy: Known | undefined,
    signal: AbortSignal,
  ): Promise<Known> => {
    const key = ownerKey(owner);
    const { pixels } = wanted;
    const change = memory.changeOf(key);
    const asker = memory.reader;
    const isComparable = copy && covers(copy, wanted) && memory.isCurrent(key, copy);
    const eTag = isComparable ? eTagOf(copy.answer) : null;
    // Only its eTag tells a photo from the one it replaced.
    const pictureOnly = !wanted.whole && eTag === null && change === null;
    const hear = (said: Said | null): void => memory.hear(key, said);
    const options = { pixels, pictureOnly, signal, onAnswer: hear, ...(eTag !== null && { eTag }) };
    const answer = await service.getPhoto(owner, options).catch((error: unknown) => {
      if (!signal.aborted) hear(saidIn(error));
      throw error;
    });
    const renewed = { readAt: Date.now(), from: 'service', reader: asker } as const;
    if (copy && (answer.kind === 'unchanged' || (change && isReplaced(answer, change)))) {
      return { ...copy, ...renewed };
    }
    if (answer.kind === 'unchanged') throw new TypeError('Only a copy can be unchanged');
    return { answer, pixels, ...renewed };
  };

  const read = async (owner: PhotoOwner, wanted: Wanted, signal: AbortSignal): Promise<Known> => {
    const key = ownerKey(owner);
    // For the account that is here now: what comes late is not taken for another's.
    const shelf = service.shelf(owner);
    const copies = [...memory.copiesOf(key)];
    if (!bestOf(copies, wanted)) {
      const kept = await shelf.find();
      signal.throwIfAborted();
      if (kept) copies.push({ ...kept, from: 'kept', reader: memory.reader });
      if (kept?.replaced && !memory.changeOf(key)) memory.change(key, kept.replaced);
    }
    const best = bestOf(copies, wanted);
    if (best && memory.countsFor(key, best) > 0) return best;
    const copy = best ?? latestFirst(copies)[0];
    // Shown while the service is asked.
    const queryKey = queryKeyOf(key, wanted);
    if (copy && client.getQueryData(queryKey) === undefined) client.setQueryData<Known>(queryKey, copy);
    await rested();
    signal.throwIfAborted();
    const known = await ask(owner, wanted, copy, signal);
    // Not waited for: the face is not held up by the disk.
    if (known.answer.kind === 'photo' || known.answer.reason !== 'noAddress')
      void shelf.keep(known, memory.changeOf(key));
    memory.share(key, known, wanted);
    return known;
  };

  const look = (owner: PhotoOwner, wanted: Wanted): Observable<Portrait> => {
    const since = Date.now();
    const key = ownerKey(owner);
    // A copy that is less than what is wanted was only lent while the service was asked.
    const left = ({ state: { data } }: Query<Known>): number =>
      data && data.reader === memory.reader && covers(data, wanted) ? Math.max(0, memory.countsFor(key, data)) : 0;
    const isMine = ({ data }: { readonly data: Known | undefined }): boolean => data?.reader === memory.reader;
    const observer = new QueryObserver<Known>(client, {
      queryKey: queryKeyOf(key, wanted),
      queryFn: ({ signal }) => read(owner, wanted, signal),
      staleTime: left,
      placeholderData: () => latestFirst(memory.copiesOf(key))[0],
    });
    return observed(
      observer,
      (result) => portraitOf(isMine(result) ? result : withoutData(result), since),
      (result) => isOver(result) || !isMine(result),
    );
  };

  /** A pane that stays open asks by itself when the time has come. */
  const watching = setInterval(() => {
    const now = Date.now();
    const isIdle = ({ state }: Query): boolean => state.fetchStatus === 'idle';
    const isPast = ({ state }: Query): boolean => state.data !== undefined && isTooOld(state.data as Known, now);
    const isDue = ({ queryKey, state: { data, status, error, errorUpdatedAt } }: Query): boolean => {
      if (status === 'error') return now - errorUpdatedAt > (passesByItself(error) ? afterPassing : waitForRetry);
      return data !== undefined && memory.countsFor(String(queryKey[1]), data as Known) <= 0;
    };
    const looked = { queryKey: ['portrait'], type: 'active' } as const;
    // Its time is over: it leaves the screen, whatever the service says.
    void client.resetQueries({ ...looked, predicate: (query) => isIdle(query) && isPast(query) });
    void client.invalidateQueries({ ...looked, predicate: (query) => isIdle(query) && isDue(query) });
  }, watch);

  /** Nobody sees what was read for somebody else. */
  let account = service.account.value;
  service.account.subscribe(() => {
    const [before, now] = [account, service.account.value];
    account = now ?? before;
    if (isOther(before, now) || hasLent(now)) memory.startAnew();
  });

  /** Copies of another tenant, which were shown while this one was not known. */
  const hasLent = (now: Account | null): boolean =>
    typeof now?.tenantId === 'string' &&
    client
      .getQueriesData<Known>({ queryKey: ['portrait'] })
      .some(([, known]) => known?.from === 'kept' && known.tenant !== now.tenantId);

  return {
    /** Somebody's photo and what the service says about it; `pixels`: what it is drawn at, in device pixels. */
    of: (owner: PhotoOwner, pixels: number): Observable<Portrait> => look(owner, { pixels, whole: true }),

    /** Somebody's picture alone, for the many who are drawn small. */
    pictureOf: (owner: PhotoOwner, pixels: number): Observable<Portrait> => look(owner, { pixels, whole: false }),

    /** Read when first looked at. */
    sizesOf(owner: PhotoOwner): Observable<Sizes> {
      const observer = new QueryObserver<readonly PhotoMetadata[] | NoPhoto>(client, {
        queryKey: ['sizes', ownerKey(owner)],
        queryFn: ({ signal }) => service.listSizes(owner, { signal }),
        staleTime: day,
      });
      return observed(observer, sizesOf);
    },

    /** Reads somebody's photo and sizes again, past every copy. */
    reread(owner: PhotoOwner): void {
      const key = ownerKey(owner);
      memory.expire(key);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === key });
    },

    /** What the service said last of somebody; null: nothing since the pane was opened. */
    heard: (owner: PhotoOwner): Heard | null => memory.heard(ownerKey(owner)),

    canRemove: service.removePhoto !== null,

    /**
     * Sets somebody's photo, or removes it (`jpeg` null), proves it, and shows the new face wherever the person is shown.
     * `before` of the answer is the photo there was: saving it again is the undo.
     */
    async save(owner: PhotoOwner, jpeg: Blob | null, options: SaveOptions = {}): Promise<Saved> {
      const key = ownerKey(owner);
      const shelf = service.shelf(owner);
      const asker = memory.reader;
      const last = latestFirst(memory.copiesOf(key))[0]?.answer;
      // Whatever becomes of it: the photo of before is not found again after this pane.
      await shelf.forget();
      const saved = await saveAndProve(service, owner, jpeg, { ...options, ...(last && { last }) });
      const eTag = eTagOf(saved.before);
      const isAnother = saved.now.kind === 'none' || eTag === null || eTagOf(saved.now) !== eTag;
      const replaced = isAnother ? { eTag, until: Date.now() + replacedFor } : null;
      const known: Known = { answer: saved.now, pixels: Infinity, readAt: Date.now(), from: 'service', reader: asker };
      void shelf.keep(known, replaced ?? (asker === memory.reader ? memory.changeOf(key) : null));
      // Another account has come meanwhile: what was saved is none of its business.
      if (asker !== memory.reader) return saved;
      if (replaced) memory.change(key, replaced);
      await client.cancelQueries({ queryKey: ['portrait', key] });
      client.setQueriesData<Known>({ queryKey: ['portrait', key] }, known);
      // Remembered also where nobody looks right now.
      client.setQueryData(queryKeyOf(key, { pixels: Infinity, whole: true }), known);
      void client.invalidateQueries({ queryKey: ['sizes', key] });
      return saved;
    },

    /** How much is kept on this machine; null: not counted yet. */
    kept(): Observable<Kept | null> {
      const observer = new QueryObserver<Kept>(client, { queryKey: ['kept'], queryFn: () => service.count() });
      return observed(observer, ({ data }) => data ?? null);
    },

    /** Empties what is kept on this machine, and forgets what nobody looks at right now. */
    async forgetAll(): Promise<void> {
      await service.clear();
      client.removeQueries({ type: 'inactive' });
      await client.invalidateQueries({ queryKey: ['kept'] });
    },

    /** Forgets everything that was read into memory. */
    close(): void {
      clearInterval(watching);
      client.clear();
    },

    /** Reads again all that failed, as after a sign-in. */
    rereadFailed(): void {
      void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
    },
  };
}

function isOther(before: Account | null, now: Account | null): boolean {
  if (!before || !now) return false;
  if (addressOf(before) !== addressOf(now)) return true;
  return before.tenantId !== null && now.tenantId !== null && before.tenantId !== now.tenantId;
}

/** What the service said with a failure; null where it said nothing. */
function saidIn(error: unknown): Said | null {
  const { status, code, requestId } = error as Partial<Said>;
  return status === undefined ? null : { status, code: code ?? '', requestId: requestId ?? '' };
}

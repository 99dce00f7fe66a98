import { QueryClient, QueryObserver } from '@tanstack/query-core';
import type { Observable } from '../base';
import type { Said } from './errors';
import type { Copy, KeepingService } from './kept/keeping';
import type { Kept } from './kept/store';
import { ownerKey } from './key';
import { observed, portraitOf, sizesOf, type Known, type Portrait, type Sizes } from './portrait';
import { saveAndProve, type Saved, type SaveOptions } from './save';
import type { NoPhoto, Photo, PhotoAnswer, PhotoMetadata, PhotoOwner } from './service';

/** The service's last word, and when it came (milliseconds since 1970). */
export interface Heard {
  readonly at: number;
  readonly said: Said;
}

interface Wanted {
  /** What the picture is drawn at, in device pixels. */
  readonly pixels: number;
  /** The metadata too, and not the picture alone. */
  readonly whole: boolean;
}

/** How long an answer counts without asking again. Milliseconds. */
const fresh = { photo: 86_400_000, none: 3_600_000 };

/** How long an answer that nobody looks at is remembered. Milliseconds. */
const remembered = 1_800_000;

/** Who looks again within this time waits for its end: hands that run through a list ask only where they rest. Milliseconds. */
const rest = 150;

/**
 * The photos of people as values over time. Who looks first starts the read; the last one to look away ends it; an
 * answer belongs to its person, so one that comes late can never show under another name. What is kept on the machine is
 * shown at once, and asked for again once it is older than a day.
 */
export function createPortraits(service: KeepingService) {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        gcTime: remembered,
        refetchOnWindowFocus: false,
        refetchOnReconnect: ({ state }) => state.status === 'error',
      },
    },
  });
  client.mount();
  /** What was saved here, for each owner's key. */
  const changes = new Map<string, Change>();
  /** Copies from before this moment do not count, for each owner's key. */
  const anew = new Map<string, number>();

  /** What the service said last, for each owner's key. */
  const latest = new Map<string, Heard>();
  let lastAsked = -Infinity;
  let resting: Promise<void> | null = null;

  /** At once after a rest, else together with the others that wait for its end. */
  const rested = (): Promise<void> => {
    const isRested = performance.now() - lastAsked > rest;
    lastAsked = performance.now();
    if (isRested) return Promise.resolve();
    resting ??= new Promise((resolve) => {
      setTimeout(() => {
        resting = null;
        resolve();
      }, rest);
    });
    return resting;
  };

  /** Other servers may tell the photo of before for hours: it never replaces the new one. */
  const newest = (key: string, answer: Photo | NoPhoto): Photo | NoPhoto => {
    const change = changes.get(key);
    if (!change || change.until < Date.now()) return answer;
    const isUntold = answer.kind === 'photo' && answer.metadata === null;
    return isUntold || eTagOf(answer) === change.replaced ? change.answer : answer;
  };

  /** How much longer it counts. Milliseconds; negative: it is to be asked for again. */
  const freshFor = (key: string, { answer, readAt }: Copy): number =>
    readAt < (anew.get(key) ?? 0) ? -1 : readAt + fresh[answer.kind] - Date.now();

  const inMemory = (key: string): readonly Known[] =>
    client.getQueriesData<Known>({ queryKey: ['portrait', key] }).flatMap(([, known]) => (known ? [known] : []));

  const read = async (owner: PhotoOwner, wanted: Wanted, signal: AbortSignal): Promise<Known> => {
    const key = ownerKey(owner);
    const copies = [...inMemory(key)];
    if (!copies.some((copy) => covers(copy, wanted))) {
      const kept = await service.find(owner);
      if (kept) copies.push({ ...kept, from: 'kept' });
    }
    signal.throwIfAborted();
    const copy = copies.find((one) => covers(one, wanted)) ?? copies[0];
    if (copy && covers(copy, wanted) && freshFor(key, copy) > 0) return copy;
    // Shown while the service is asked.
    if (copy) client.setQueryData<Known>(queryKey(owner, wanted), (held) => held ?? copy);
    await rested();
    signal.throwIfAborted();
    const { pixels, whole } = wanted;
    const eTag = copy && whole && covers(copy, wanted) && !anew.has(key) ? eTagOf(copy.answer) : null;
    const onAnswer = (said: Said): void => void latest.set(key, { at: Date.now(), said });
    const options = { pixels, pictureOnly: !whole, signal, onAnswer };
    const answer = await service.getPhoto(owner, eTag === null ? options : { ...options, eTag });
    if (answer.kind !== 'unchanged')
      return { answer: newest(key, answer), pixels, readAt: Date.now(), from: 'service' };
    const again = { ...copy, readAt: Date.now(), from: 'service' } as Known;
    void service.keep(owner, again);
    return again;
  };

  const look = (owner: PhotoOwner, wanted: Wanted): Observable<Portrait> => {
    const since = Date.now();
    const key = ownerKey(owner);
    const observer = new QueryObserver<Known>(client, {
      queryKey: queryKey(owner, wanted),
      queryFn: ({ signal }) => read(owner, wanted, signal),
      staleTime: ({ state }) => (state.data ? Math.max(0, freshFor(key, state.data)) : 0),
      placeholderData: () => inMemory(key).find(({ answer }) => answer.kind === 'photo'),
    });
    return observed(observer, (result) => portraitOf(result, since));
  };

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
        staleTime: fresh.photo,
      });
      return observed(observer, sizesOf);
    },

    /** Reads somebody's photo and sizes again, past every copy. */
    reread(owner: PhotoOwner): void {
      const key = ownerKey(owner);
      anew.set(key, Date.now());
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === key });
    },

    /** What the service said last of somebody; null: nothing since the pane was opened. */
    heard: (owner: PhotoOwner): Heard | null => latest.get(ownerKey(owner)) ?? null,

    canRemove: service.removePhoto !== null,

    /**
     * Sets somebody's photo, or removes it (`jpeg` null), proves it, and shows the new face wherever the person is shown.
     * `before` of the answer is the photo there was: saving it again is the undo.
     */
    async save(owner: PhotoOwner, jpeg: Blob | null, options: SaveOptions = {}): Promise<Saved> {
      const key = ownerKey(owner);
      const last = changes.get(key)?.answer;
      const saved = await saveAndProve(service, owner, jpeg, { ...options, ...(last && { last }) });
      const replaced = eTagOf(saved.before);
      if (eTagOf(saved.now) !== replaced) {
        changes.set(key, { replaced, answer: saved.now, until: Date.now() + fresh.photo });
      }
      const isOwners = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => queryKey[1] === key;
      await client.cancelQueries({ predicate: isOwners });
      const known: Known = { answer: saved.now, pixels: Infinity, readAt: Date.now(), from: 'service' };
      client.setQueriesData<Known>({ queryKey: ['portrait', key] }, known);
      void service.keep(owner, known);
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
      client.clear();
    },

    /** Reads again all that failed, as after a sign-in. */
    rereadFailed(): void {
      void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
    },
  };
}

interface Change {
  /** eTag of the photo there was; null: there was none. */
  readonly replaced: string | null;
  readonly answer: Photo | NoPhoto;
  /** Milliseconds since 1970. */
  readonly until: number;
}

function queryKey(owner: PhotoOwner, { pixels, whole }: Wanted): readonly unknown[] {
  return ['portrait', ownerKey(owner), pixels, whole];
}

/** Whether it is all that is wanted. Absence always is. */
function covers({ answer, pixels }: Copy, wanted: Wanted): boolean {
  if (answer.kind === 'none') return true;
  return pixels >= wanted.pixels && (!wanted.whole || answer.metadata !== null);
}

function eTagOf(answer: PhotoAnswer): string | null {
  return answer.kind === 'none' ? null : (answer.metadata?.eTag ?? null);
}

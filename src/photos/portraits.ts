import { QueryClient, QueryObserver, type QueryObserverResult } from '@tanstack/query-core';
import type { Observable } from '../base';
import { saveAndProve, type Saved, type SaveOptions } from './save';
import type { AbsenceReason, NoPhoto, Photo, PhotoAnswer, PhotoMetadata, PhotoOwner, PhotoService } from './service';

interface Shown {
  readonly picture: Blob;
  readonly metadata: PhotoMetadata;
  /** Milliseconds since 1970. */
  readonly readAt: number;
}

/** Somebody's photo as the pane can show it now. */
export type Portrait =
  | { readonly status: 'loading' }
  | (Shown & { readonly status: 'photo'; readonly source: 'service' | 'memory' })
  | { readonly status: 'none'; readonly reason: AbsenceReason; readonly readAt: number }
  /** `stale`: the photo there was before the failure. */
  | { readonly status: 'failed'; readonly error: Error; readonly stale: Shown | null };

/** All sizes of somebody's photo that the service holds. */
export type Sizes =
  | { readonly status: 'loading' }
  | { readonly status: 'listed'; readonly sizes: readonly PhotoMetadata[] }
  | { readonly status: 'failed' };

/** How long an answer counts without asking again. Milliseconds. */
const fresh = { photo: 86_400_000, none: 3_600_000 };

/** How long an answer that nobody looks at is remembered. Milliseconds. */
const remembered = 1_800_000;

/**
 * The photos of people as values over time. Who looks first starts the read; the last one to look away ends it; an
 * answer belongs to its person, so one that comes late can never show under another name.
 */
export function createPortraits(service: PhotoService) {
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

  /** Other servers may tell the photo of before for hours: it never replaces the new one. */
  const newest = (key: string, answer: PhotoAnswer): PhotoAnswer => {
    const change = changes.get(key);
    if (!change || change.until < Date.now() || answer.kind === 'unchanged') return answer;
    return eTagOf(answer) === change.replaced ? change.answer : answer;
  };

  return {
    /** `pixels`: what the picture is drawn at, in device pixels. */
    of(owner: PhotoOwner, pixels: number): Observable<Portrait> {
      const since = Date.now();
      const observer = new QueryObserver<PhotoAnswer>(client, {
        queryKey: ['portrait', keyOf(owner), pixels],
        queryFn: async ({ signal }) => newest(keyOf(owner), await service.getPhoto(owner, { pixels, signal })),
        staleTime: ({ state }) => (state.data?.kind === 'none' ? fresh.none : fresh.photo),
      });
      return observed(observer, (result) => portraitOf(result, since));
    },

    /** Read when first looked at. */
    sizesOf(owner: PhotoOwner): Observable<Sizes> {
      const observer = new QueryObserver<readonly PhotoMetadata[] | NoPhoto>(client, {
        queryKey: ['sizes', keyOf(owner)],
        queryFn: ({ signal }) => service.listSizes(owner, { signal }),
        staleTime: fresh.photo,
      });
      return observed(observer, sizesOf);
    },

    /** Reads somebody's photo and sizes again, past every copy. */
    reread(owner: PhotoOwner): void {
      const key = keyOf(owner);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === key });
    },

    canRemove: service.removePhoto !== null,

    /**
     * Sets somebody's photo, or removes it (`jpeg` null), proves it, and shows the new face wherever the person is shown.
     * `before` of the answer is the photo there was: saving it again is the undo.
     */
    async save(owner: PhotoOwner, jpeg: Blob | null, options: SaveOptions = {}): Promise<Saved> {
      const key = keyOf(owner);
      const last = changes.get(key)?.answer;
      const saved = await saveAndProve(service, owner, jpeg, { ...options, ...(last && { last }) });
      const replaced = eTagOf(saved.before);
      if (eTagOf(saved.now) !== replaced) {
        changes.set(key, { replaced, answer: saved.now, until: Date.now() + fresh.photo });
      }
      const isOwners = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => queryKey[1] === key;
      await client.cancelQueries({ predicate: isOwners });
      client.setQueriesData<PhotoAnswer>(
        { predicate: ({ queryKey }) => queryKey[0] === 'portrait' && queryKey[1] === key },
        saved.now,
      );
      void client.invalidateQueries({ queryKey: ['sizes', key] });
      return saved;
    },

    /** Forgets everything that was read. */
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
  readonly answer: PhotoAnswer;
  /** Milliseconds since 1970. */
  readonly until: number;
}

function eTagOf(answer: PhotoAnswer): string | null {
  return answer.kind === 'none' ? null : answer.metadata.eTag;
}

function keyOf(owner: PhotoOwner): string {
  return owner === 'me' ? 'me' : `@${owner.address.normalize('NFC').trim().toLowerCase()}`;
}

/** A query as an observable whose value stays the same object until something changes. */
function observed<Data, Value>(
  observer: QueryObserver<Data>,
  valueOf: (result: QueryObserverResult<Data>) => Value,
): Observable<Value> {
  let result = observer.getCurrentResult();
  let value = valueOf(result);
  return {
    get value() {
      const current = observer.getCurrentResult();
      if (current !== result) {
        result = current;
        value = valueOf(current);
      }
      return value;
    },
    subscribe: (listener) => observer.subscribe(() => listener()),
  };
}

function portraitOf(result: QueryObserverResult<PhotoAnswer>, since: number): Portrait {
  const { data, error, isFetching, dataUpdatedAt: readAt } = result;
  const shown = data?.kind === 'photo' ? shownOf(data, readAt) : null;
  if (error && !isFetching) return { status: 'failed', error, stale: shown };
  if (shown) return { status: 'photo', source: readAt >= since ? 'service' : 'memory', ...shown };
  if (data?.kind === 'none' && !isFetching) return { status: 'none', reason: data.reason, readAt };
  return { status: 'loading' };
}

function shownOf({ picture, metadata }: Photo, readAt: number): Shown {
  return { picture, metadata, readAt };
}

function sizesOf({ data, error }: QueryObserverResult<readonly PhotoMetadata[] | NoPhoto>): Sizes {
  if (error) return { status: 'failed' };
  if (!data) return { status: 'loading' };
  return { status: 'listed', sizes: 'kind' in data ? [] : data };
}

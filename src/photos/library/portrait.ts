import type { QueryObserverResult } from '@tanstack/query-core';
import type { KnownPerson } from '../api/person';
import type { AbsenceReason, NoPhoto, PhotoMetadata } from '../api/photoService';
import type { Copy } from '../cache/copy';
import { isTooOld } from '../policy';

/** Where what is shown was read: now, since the pane was opened, or before that. */
export type PortraitSource = 'service' | 'memory' | 'cache';

/** A person's photo as a screen shows it now. `readAt`: milliseconds since 1970. */
export type Portrait =
  | { readonly status: 'loading' }
  | {
      readonly status: 'photo';
      readonly picture: Blob;
      /** Null where it is not known yet. */
      readonly metadata: PhotoMetadata | null;
      readonly readAt: number;
      readonly source: PortraitSource;
      /** The person in the directory; null where the address itself was accepted. */
      readonly person: KnownPerson | null;
    }
  | {
      readonly status: 'none';
      readonly reason: AbsenceReason;
      readonly readAt: number;
      readonly source: PortraitSource;
      readonly person: KnownPerson | null;
    }
  /** `stale`: what was known before the failure. */
  | { readonly status: 'failed'; readonly error: Error; readonly stale: Copy | null };

/** All sizes of a person's photo that the service holds. */
export type SizeList =
  | { readonly status: 'loading' }
  | { readonly status: 'listed'; readonly sizes: readonly PhotoMetadata[] }
  | { readonly status: 'failed' };

/** What a portrait depends on in a query's result. */
export type CopyResult = Pick<QueryObserverResult<Copy>, 'data' | 'error' | 'isFetching'>;

/** What to show of a copy. `since`: when it was first watched, in milliseconds since 1970. */
export function portraitOf({ data, error, isFetching }: CopyResult, since: number): Portrait {
  const copy = data && !isTooOld(data, Date.now()) ? data : null;
  if (error && !isFetching) return { status: 'failed', error, stale: copy };
  if (!copy) return { status: 'loading' };
  const { result, readAt } = copy;
  const person = result.person ?? null;
  const source = sourceOf(copy, since);
  if (result.kind === 'none') return { status: 'none', reason: result.reason, readAt, source, person };
  const { picture, metadata } = result;
  return { status: 'photo', picture, metadata, readAt, source, person };
}

/** The same result as if nothing were known. */
export function withoutCopy({ error, isFetching }: CopyResult): CopyResult {
  return { data: undefined, error, isFetching };
}

/** Whether the copy has become too old to be shown. */
export function isExpired({ data }: CopyResult): boolean {
  return data !== undefined && isTooOld(data, Date.now());
}

export function sizeListOf({ data, error }: QueryObserverResult<readonly PhotoMetadata[] | NoPhoto>): SizeList {
  if (error) return { status: 'failed' };
  if (!data) return { status: 'loading' };
  return { status: 'listed', sizes: 'kind' in data ? [] : data };
}

function sourceOf({ origin, readAt }: Copy, since: number): PortraitSource {
  if (origin === 'cache') return 'cache';
  return readAt >= since ? 'service' : 'memory';
}

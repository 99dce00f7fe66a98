import type { QueryObserver, QueryObserverResult } from '@tanstack/query-core';
import type { Observable } from '../base';
import type { Copy } from './kept/keeping';
import type { AbsenceReason, NoPhoto, Photo, PhotoMetadata } from './service';

interface Shown {
  readonly picture: Blob;
  /** Null where it is not known yet. */
  readonly metadata: PhotoMetadata | null;
  /** Milliseconds since 1970. */
  readonly readAt: number;
}

/** Somebody's photo as the pane can show it now. */
export type Portrait =
  | { readonly status: 'loading' }
  /** `source`: where what is shown came from; `memory` since this pane was opened, `kept` before that. */
  | (Shown & { readonly status: 'photo'; readonly source: 'service' | 'memory' | 'kept' })
  | { readonly status: 'none'; readonly reason: AbsenceReason; readonly readAt: number }
  /** `stale`: the photo there was before the failure. */
  | { readonly status: 'failed'; readonly error: Error; readonly stale: Shown | null };

/** All sizes of somebody's photo that the service holds. */
export type Sizes =
  | { readonly status: 'loading' }
  | { readonly status: 'listed'; readonly sizes: readonly PhotoMetadata[] }
  | { readonly status: 'failed' };

/** What is known of somebody. */
export interface Known extends Copy {
  readonly from: 'service' | 'kept';
}

/** A query as an observable whose value stays the same object until something changes. */
export function observed<Data, Value>(
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

export function portraitOf({ data, error, isFetching }: QueryObserverResult<Known>, since: number): Portrait {
  const shown = data?.answer.kind === 'photo' ? shownOf(data.answer, data.readAt) : null;
  if (error && !isFetching) return { status: 'failed', error, stale: shown };
  if (data && shown) return { status: 'photo', source: sourceOf(data, since), ...shown };
  if (data?.answer.kind === 'none' && !isFetching) {
    return { status: 'none', reason: data.answer.reason, readAt: data.readAt };
  }
  return { status: 'loading' };
}

function sourceOf({ from, readAt }: Known, since: number): 'service' | 'memory' | 'kept' {
  if (from === 'kept') return 'kept';
  return readAt >= since ? 'service' : 'memory';
}

function shownOf({ picture, metadata }: Photo, readAt: number): Shown {
  return { picture, metadata, readAt };
}

export function sizesOf({ data, error }: QueryObserverResult<readonly PhotoMetadata[] | NoPhoto>): Sizes {
  if (error) return { status: 'failed' };
  if (!data) return { status: 'loading' };
  return { status: 'listed', sizes: 'kind' in data ? [] : data };
}

import type { QueryObserver, QueryObserverResult } from '@tanstack/query-core';
import type { Observable } from '../base';
import type { Copy } from './kept/keeping';
import { isTooOld } from './kept/answer';
import type { AbsenceReason, NoPhoto, PhotoMetadata } from './service';

interface Shown {
  readonly picture: Blob;
  /** Null where it is not known yet. */
  readonly metadata: PhotoMetadata | null;
  /** Milliseconds since 1970. */
  readonly readAt: number;
}

interface Absent {
  readonly reason: AbsenceReason;
  /** Milliseconds since 1970. */
  readonly readAt: number;
}

/** What was known before a failure. */
export type Stale = ({ readonly kind: 'photo' } & Shown) | ({ readonly kind: 'none' } & Absent);

/** Where what is shown came from; `memory` since this pane was opened, `kept` before that. */
export type Source = 'service' | 'memory' | 'kept';

/** Somebody's photo as the pane can show it now. */
export type Portrait =
  | { readonly status: 'loading' }
  | ({ readonly status: 'photo'; readonly source: Source } & Shown)
  | ({ readonly status: 'none'; readonly source: Source } & Absent)
  | { readonly status: 'failed'; readonly error: Error; readonly stale: Stale | null };

/** All sizes of somebody's photo that the service holds. */
export type Sizes =
  | { readonly status: 'loading' }
  | { readonly status: 'listed'; readonly sizes: readonly PhotoMetadata[] }
  | { readonly status: 'failed' };

/** What is known of somebody. */
export interface Known extends Copy {
  readonly from: 'service' | 'kept';
  /** Which of the accounts that were here one after another it was read for, counted. */
  readonly reader: number;
  /** Of a kept copy: the tenant it was read in. */
  readonly tenant?: string | null;
}

/**
 * A query as an observable whose value stays the same object until something changes. `phase` tells what else the value
 * hangs on, such as whether its time is over.
 */
export function observed<Data, Value>(
  observer: QueryObserver<Data>,
  valueOf: (result: QueryObserverResult<Data>) => Value,
  phase: (result: QueryObserverResult<Data>) => unknown = () => null,
): Observable<Value> {
  let result = observer.getCurrentResult();
  let reached = phase(result);
  let value = valueOf(result);
  return {
    get value() {
      const current = observer.getCurrentResult();
      const now = phase(current);
      if (current !== result || now !== reached) {
        [result, reached] = [current, now];
        value = valueOf(current);
      }
      return value;
    },
    subscribe: (listener) => observer.subscribe(() => listener()),
  };
}

/** What counts of a query's result. */
type Result = Pick<QueryObserverResult<Known>, 'data' | 'error' | 'isFetching'>;

/** `since`: when this was first looked at, in milliseconds since 1970. What is too old is not shown at all. */
export function portraitOf({ data, error, isFetching }: Result, since: number): Portrait {
  const known = data && !isTooOld(data, Date.now()) ? data : null;
  if (error && !isFetching) return { status: 'failed', error, stale: known && staleOf(known) };
  if (!known) return { status: 'loading' };
  const { answer, readAt } = known;
  if (answer.kind === 'none') return { status: 'none', reason: answer.reason, readAt, source: sourceOf(known, since) };
  return { status: 'photo', source: sourceOf(known, since), ...answerOf(answer), readAt };
}

/** The same as if nothing were known. */
export function withoutData(result: QueryObserverResult<Known>): Result {
  const { error, isFetching } = result;
  return { data: undefined, error, isFetching };
}

/** Whether the time of what is known is over. */
export function isOver({ data }: QueryObserverResult<Known>): boolean {
  return data !== undefined && isTooOld(data, Date.now());
}

function sourceOf({ from, readAt }: Known, since: number): Source {
  if (from === 'kept') return 'kept';
  return readAt >= since ? 'service' : 'memory';
}

function staleOf({ answer, readAt }: Known): Stale {
  return answer.kind === 'none' ? { ...answer, readAt } : { kind: 'photo', ...answerOf(answer), readAt };
}

function answerOf({ picture, metadata }: Omit<Shown, 'readAt'>): Omit<Shown, 'readAt'> {
  return { picture, metadata };
}

export function sizesOf({ data, error }: QueryObserverResult<readonly PhotoMetadata[] | NoPhoto>): Sizes {
  if (error) return { status: 'failed' };
  if (!data) return { status: 'loading' };
  return { status: 'listed', sizes: 'kind' in data ? [] : data };
}

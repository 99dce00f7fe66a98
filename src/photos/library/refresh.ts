import type { Query, QueryClient } from '@tanstack/query-core';
import { isTransientError } from '../api/errors';
import type { Copy } from '../cache/copy';
import { isTooOld, policy } from '../policy';
import { personKeyIn, watchedPhotos } from './copyQueries';
import type { Session } from './session';

/**
 * Compares watched photos with the clock, once a minute: a copy that is too old leaves the screen, a stale one and a
 * failure that may be over are requested again.
 * @returns a function that stops it.
 */
export function startRefresh(client: QueryClient, session: Session): () => void {
  const timer = setInterval(() => {
    const now = Date.now();
    const isIdle = ({ state }: Query): boolean => state.fetchStatus === 'idle';
    void client.resetQueries({ ...watchedPhotos, predicate: (query) => isIdle(query) && isExpired(query, now) });
    void client.invalidateQueries({
      ...watchedPhotos,
      predicate: (query) => isIdle(query) && isDue(query, session, now),
    });
  }, policy.clockInterval);
  return () => clearInterval(timer);
}

function isExpired({ state }: Query, now: number): boolean {
  return state.data !== undefined && isTooOld(state.data as Copy, now);
}

function isDue(query: Query, session: Session, now: number): boolean {
  const { data, status, error, errorUpdatedAt } = query.state;
  if (status === 'error') {
    const pause =
      isTransientError(error) || isTransientSignIn(error) ? policy.retryAfterTransientError : policy.retryAfterError;
    // Also where the clock was set back by more.
    return Math.abs(now - errorUpdatedAt) > pause;
  }
  return data !== undefined && session.freshFor(personKeyIn(query), data as Copy) <= 0;
}

/** An error of the sign-in says itself whether the same request may succeed later. */
function isTransientSignIn(error: unknown): boolean {
  return (error as { readonly isTransient?: boolean } | null)?.isTransient === true;
}

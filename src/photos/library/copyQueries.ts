import type { Query, QueryClient } from '@tanstack/query-core';
import type { Copy } from '../cache/copy';
import { isTooOld } from '../policy';
import { covers, differ, type PhotoSize } from './copies';
import type { Session } from './session';

const prefix = 'photo';

/** The copies in memory: one query per person and size. The keys of a person's queries start with the person's key. */
export class CopyQueries {
  readonly #client: QueryClient;
  readonly #session: Session;

  constructor(client: QueryClient, session: Session) {
    this.#client = client;
    this.#session = session;
  }

  /** The copies of one person, under any of their addresses, that the current account may see. */
  of(key: string): readonly Copy[] {
    return this.#session
      .keysLike(key)
      .flatMap((one) => this.#client.getQueriesData<Copy>({ queryKey: [prefix, one] }))
      .flatMap(([, copy]) => (copy?.session === this.#session.number && !isTooOld(copy, Date.now()) ? [copy] : []));
  }

  /** The copies of everyone, those of other sessions included. */
  all(): readonly Copy[] {
    return this.#client.getQueriesData<Copy>({ queryKey: [prefix] }).flatMap(([, copy]) => (copy ? [copy] : []));
  }

  /** Shows a copy while the service is requested, where nothing is shown yet. */
  showMeanwhile(key: string, size: PhotoSize, copy: Copy): void {
    const queryKey = photoQueryKey(key, size);
    if (this.#client.getQueryData(queryKey) === undefined) this.#client.setQueryData<Copy>(queryKey, copy);
  }

  /** Updates the person's other sizes, under all addresses, with what was read for one of them. */
  share(key: string, copy: Copy, readFor: PhotoSize): void {
    const queries = this.#session
      .keysLike(key)
      .flatMap((one) => this.#client.getQueryCache().findAll({ queryKey: [prefix, one] }));
    for (const { queryKey, state } of queries) {
      const held = state.data as Copy | undefined;
      const size = sizeIn(queryKey);
      const isOwn = queryKey[1] === key && size.pixels === readFor.pixels && size.withMetadata === readFor.withMetadata;
      if (isOwn || (held && held.readAt >= copy.readAt)) continue;
      if (covers(copy, size)) this.#client.setQueryData(queryKey, copy);
      else if (held && differ(held.result, copy.result)) {
        this.#client.setQueryData(queryKey, copy);
        void this.#client.invalidateQueries({ queryKey, exact: true });
      }
    }
  }

  /** After the cache was emptied: what the screen shows of it is in memory alone. */
  leaveCache(): void {
    this.#client.setQueriesData<Copy>(
      // A failure would be lost with new data.
      { queryKey: [prefix], predicate: ({ state }) => state.status === 'success' },
      (copy) => (copy?.origin === 'cache' ? { ...copy, origin: 'memory' } : undefined),
    );
  }

  /** The keys of the people of whom a copy matches. */
  keysWhere(matches: (copy: Copy) => boolean): readonly string[] {
    const all = this.#client.getQueriesData<Copy>({ queryKey: [prefix] });
    return [...new Set(all.flatMap(([[, key], copy]) => (copy && matches(copy) ? [String(key)] : [])))];
  }

  /** Shows a saved photo in every size of the person, and remembers it where no screen shows the person. */
  async replaceAll(key: string, copy: Copy): Promise<void> {
    for (const one of this.#session.keysLike(key)) {
      await this.#client.cancelQueries({ queryKey: [prefix, one] });
      this.#client.setQueriesData<Copy>({ queryKey: [prefix, one] }, copy);
    }
    this.#client.setQueryData(photoQueryKey(key, { pixels: Infinity, withMetadata: true }), copy);
  }
}

/** The queries of photos that a screen watches. */
export const watchedPhotos = { queryKey: [prefix], type: 'active' } as const;

export function photoQueryKey(key: string, { pixels, withMetadata }: PhotoSize): readonly unknown[] {
  return [prefix, key, pixels, withMetadata];
}

/** The person's key in the key of any query. */
export function personKeyIn({ queryKey }: Pick<Query, 'queryKey'>): string {
  return String(queryKey[1]);
}

function sizeIn([, , pixels, withMetadata]: readonly unknown[]): PhotoSize {
  return { pixels: Number(pixels), withMetadata: withMetadata === true };
}

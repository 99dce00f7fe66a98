import type { ResponseSummary } from '../api/errors';
import type { Copy, ReplacedPhoto } from '../cache/copy';
import { freshFor } from '../policy';

/** The last response about a person. */
export interface LastResponse {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Null: no response came, as from a service that cannot be reached. */
  readonly response: ResponseSummary | null;
}

/** What is known in memory beside the copies, per person and for the current account. */
export class Session {
  readonly #replaced = new Map<string, ReplacedPhoto>();
  readonly #expiredAt = new Map<string, number>();
  readonly #lastResponses = new Map<string, LastResponse>();
  #number = 0;

  /** Incremented whenever the account changes; copies of an older number are ignored. */
  get number(): number {
    return this.#number;
  }

  /** Starts the session of another account: nothing of the one before is known. */
  startNew(): void {
    this.#number++;
    for (const known of [this.#replaced, this.#expiredAt, this.#lastResponses]) known.clear();
  }

  /** Copies read before this moment have to be requested again. */
  expire(key: string): void {
    this.#expiredAt.set(key, Date.now());
  }

  /** Whether a copy was read after the person's copies expired. */
  isCurrent(key: string, { readAt }: Copy): boolean {
    return readAt >= (this.#expiredAt.get(key) ?? 0);
  }

  /** How much longer a copy is fresh, in milliseconds; negative once it has to be requested again. */
  freshFor(key: string, copy: Copy): number {
    return this.isCurrent(key, copy) ? freshFor(copy, Date.now()) : -1;
  }

  /** What a save has replaced; null where there is none, or its time is over. */
  replacedBy(key: string): ReplacedPhoto | null {
    const replaced = this.#replaced.get(key);
    return replaced && replaced.until > Date.now() ? replaced : null;
  }

  setReplaced(key: string, replaced: ReplacedPhoto): void {
    this.#replaced.set(key, replaced);
  }

  /** Null where nothing was requested since the pane was opened. */
  lastResponse(key: string): LastResponse | null {
    return this.#lastResponses.get(key) ?? null;
  }

  /** Null: no response came. */
  setLastResponse(key: string, response: ResponseSummary | null): void {
    this.#lastResponses.set(key, { at: Date.now(), response });
  }
}

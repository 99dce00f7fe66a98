import type { ResponseSummary } from '../api/errors';
import type { Copy, ReplacedPhoto } from '../cache/copy';
import { freshFor, policy } from '../policy';

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
  readonly #lastWrites = new Map<string, LastResponse>();
  /** Keys of addresses, by the person whom the directory knows under them. */
  readonly #people = new Map<string, Set<string>>();
  readonly #personIds = new Map<string, string>();
  #number = 0;

  /** Incremented whenever the account changes; copies of an older number are ignored. */
  get number(): number {
    return this.#number;
  }

  /** Starts the session of another account: nothing of the one before is known. */
  startNew(): void {
    this.#number++;
    for (const known of [this.#replaced, this.#expiredAt, this.#people, this.#personIds]) known.clear();
    for (const known of [this.#lastResponses, this.#lastWrites]) known.clear();
  }

  /** Records that an address belongs to a person of the directory. */
  setPerson(key: string, personId: string): void {
    const before = this.#personIds.get(key);
    if (before === personId) return;
    if (before !== undefined) this.#people.get(before)?.delete(key);
    this.#personIds.set(key, personId);
    this.#people.set(personId, new Set(this.#people.get(personId)).add(key));
  }

  /** The keys of all addresses that are known to be of the same person, itself included. */
  keysLike(key: string): readonly string[] {
    const personId = this.#personIds.get(key);
    return personId === undefined ? [key] : [...(this.#people.get(personId) ?? [key])];
  }

  /** Copies read before this moment have to be requested again. */
  expire(key: string): void {
    this.#expiredAt.set(key, Date.now());
  }

  /** Whether a copy was read after the person's copies expired. The clock may have been set back since either. */
  isCurrent(key: string, { readAt }: Copy): boolean {
    const expiredAt = this.#expiredAt.get(key) ?? Infinity;
    return expiredAt > Date.now() || (readAt >= expiredAt && readAt <= Date.now());
  }

  /** How much longer a copy is fresh, in milliseconds; negative once it has to be requested again. */
  freshFor(key: string, copy: Copy): number {
    return this.isCurrent(key, copy) ? freshFor(copy, Date.now()) : -1;
  }

  /** What a save has replaced; null where there is none, or its time is over. */
  replacedBy(key: string): ReplacedPhoto | null {
    const replaced = this.#replaced.get(key);
    const left = replaced ? replaced.until - Date.now() : 0;
    return replaced && left > 0 && left <= policy.replacedFor ? replaced : null;
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

  /** Null where nothing was written since the pane was opened. */
  lastWrite(key: string): LastResponse | null {
    return this.#lastWrites.get(key) ?? null;
  }

  /** Null: no response came. */
  setLastWrite(key: string, response: ResponseSummary | null): void {
    this.#lastWrites.set(key, { at: Date.now(), response });
  }
}

import { observable, type Observable } from '../../base';
import { NameSearch, type FoundPerson } from '../api/graph/nameSearch';
import { wordsOf } from '../api/graph/nameQueries';
import type { Me, PeopleDirectory } from '../api/person';
import { policy } from '../policy';
import type { PhotoLibrary } from './photoLibrary';

/** What is known about the text that was typed last. */
export type Suggestions =
  /** Nothing that can be searched was typed. */
  | { readonly kind: 'nothing' }
  /** `people`: those of the text before to whom this one may lead too. */
  | { readonly kind: 'searching'; readonly people: readonly FoundPerson[] }
  | { readonly kind: 'found'; readonly people: readonly FoundPerson[] }
  /** The account may not search. */
  | { readonly kind: 'refused' }
  /** The service has no search by name. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'failed'; readonly error: unknown };

interface Answer {
  readonly people: readonly FoundPerson[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Searches for people while a name is typed: after a pause, one request at a time, and none for what was just answered. */
export class PeopleSearch {
  readonly #directory: PeopleDirectory | null;
  readonly #suggestions = observable<Suggestions>({ kind: 'nothing' });
  readonly #answers = new Map<string, Answer>();
  #search: NameSearch | null = null;
  #refusedAt = -Infinity;
  #text = '';
  #running = new AbortController();

  /** `directory`: null where the service has no search by name. `me`: another account starts without any answer. */
  constructor(directory: PeopleDirectory | null, me: Observable<Me | null>) {
    this.#directory = directory;
    let account: string | null = null;
    const check = (): void => {
      const { objectId = null } = me.value ?? {};
      if (account !== null && objectId !== null && account !== objectId) this.#forget();
      account = objectId ?? account;
    };
    check();
    me.subscribe(check);
    this.#forget();
  }

  /** Always about the latest text: an answer to an earlier one is dropped. */
  get suggestions(): Observable<Suggestions> {
    return this.#suggestions;
  }

  /** Searches for a text, in place of the one before. */
  search(text: string): void {
    const before = this.#suggestions.value;
    const signal = this.#restart(text);
    const known = this.#knownAbout(text);
    const people = 'people' in before ? before.people.filter((one) => mayMatch(one, text)) : [];
    this.#suggestions.set(known ?? { kind: 'searching', people });
    if (known) return;
    const timer = setTimeout(() => void this.#request(text, signal), policy.searchDebounce);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** Searches for the same text again. */
  retry(): void {
    this.search(this.#text);
  }

  /** Ends the search; nothing is suggested. */
  stop(): void {
    this.#restart('');
    this.#suggestions.set({ kind: this.#idleKind() });
  }

  /** Resolves with what is known about the current text once its search has ended; null where the text has changed. */
  async settled(): Promise<Suggestions | null> {
    const { signal } = this.#running;
    if (this.#suggestions.value.kind === 'searching') {
      await new Promise<void>((resolve) => {
        const unsubscribe = this.#suggestions.subscribe(() => {
          if (this.#suggestions.value.kind === 'searching' && !signal.aborted) return;
          unsubscribe();
          resolve();
        });
      });
    }
    return signal.aborted ? null : this.#suggestions.value;
  }

  async #request(text: string, signal: AbortSignal): Promise<void> {
    if (!this.#directory) return;
    try {
      this.#search ??= new NameSearch(this.#directory);
      const result = await this.#search.find(text, signal);
      if (signal.aborted) return;
      if (result.kind === 'refused') this.#refusedAt = Date.now();
      else this.#keep(text, result.people);
      this.#suggestions.set(result);
    } catch (error) {
      if (!signal.aborted) this.#suggestions.set({ kind: 'failed', error });
    }
  }

  /** Aborts what belongs to the text before. @returns the signal of the new one. */
  #restart(text: string): AbortSignal {
    this.#running.abort();
    this.#running = new AbortController();
    this.#text = text;
    return this.#running.signal;
  }

  /** What needs no request; null where one is needed. */
  #knownAbout(text: string): Suggestions | null {
    const kind = this.#idleKind();
    if (kind !== 'nothing' || !isSearchable(text)) return { kind };
    const answer = this.#answers.get(keyOf(text));
    return answer && isWithin(answer.at, policy.searchFreshFor) ? { kind: 'found', people: answer.people } : null;
  }

  #keep(text: string, people: readonly FoundPerson[]): void {
    for (const [key, { at }] of this.#answers) if (!isWithin(at, policy.searchFreshFor)) this.#answers.delete(key);
    this.#answers.set(keyOf(text), { people, at: Date.now() });
  }

  #forget(): void {
    this.#answers.clear();
    this.#search = null;
    this.#refusedAt = -Infinity;
    this.stop();
  }

  #idleKind(): 'nothing' | 'refused' | 'unavailable' {
    if (!this.#directory) return 'unavailable';
    return isWithin(this.#refusedAt, policy.searchRefusedFor) ? 'refused' : 'nothing';
  }
}

const searches = new WeakMap<PhotoLibrary, PeopleSearch>();

/** The search of a library: it remembers its answers while the pane is open. */
export function peopleSearchOf(library: PhotoLibrary): PeopleSearch {
  const search = searches.get(library) ?? new PeopleSearch(library.people, library.me);
  searches.set(library, search);
  return search;
}

/** At least two characters, or one of a script without case: a Chinese name may have two. */
function isSearchable(text: string): boolean {
  const words = wordsOf(text).join('');
  return words.length >= 2 || /\p{Lo}/u.test(words);
}

/** Whether each word of a text begins a word of the name or the address. */
function mayMatch({ name, address }: FoundPerson, text: string): boolean {
  const known = ` ${keyOf(name)} ${keyOf(address)}`;
  return wordsOf(text.toLowerCase()).every((word) => known.includes(` ${word}`));
}

/** Texts with one key have the same answer. */
function keyOf(text: string): string {
  return wordsOf(text).join(' ').toLowerCase();
}

function isWithin(at: number, time: number): boolean {
  const age = Date.now() - at;
  return age >= 0 && age < time;
}

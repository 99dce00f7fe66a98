import { normalizeAddress } from '../base';
import { displayNamesOf, orderedNamesOf } from './displayNames';
import type { FileReadings } from './fileReadings';
import { inSlices } from './inSlices';
import { KeyTable } from './keyTable';
import type { BulkPerson } from './person';
import { looseSpelling, spellingsOf } from './spelling';
import { exactKey, spellingKey, wordsKey } from './textKeys';

/** Why a text stands for a person, the strictest first. */
export const matchRules = ['address', 'login', 'alias', 'employeeId', 'localPart', 'displayName'] as const;

export type MatchRule = (typeof matchRules)[number];

/** A person for whom a text may stand. */
export interface Candidate {
  readonly person: BulkPerson;
  readonly rule: MatchRule;
  /** The part of the text that was compared. */
  readonly text: string;
}

/** A person's number in the list, and the rule's number. */
type Entry = number;

/**
 * Finds people by what a text says, in time that does not depend on how many there are. It keeps a few numbers for each person,
 * under keys that all spellings and orders of a name have in common; what a key finds is compared letter by letter.
 */
export class PeopleIndex {
  readonly #people: BulkPerson[] = [];
  readonly #addresses = new KeyTable();
  readonly #spellings = new KeyTable();
  readonly #names = new KeyTable();
  readonly #numbers = new KeyTable();

  private constructor() {}

  /** Reads the people in tasks of a few milliseconds. @throws the signal's reason when it aborts */
  static async create(people: readonly BulkPerson[], signal?: AbortSignal): Promise<PeopleIndex> {
    const index = new PeopleIndex();
    await inSlices(index.#addAll(people), signal);
    return index;
  }

  /**
   * The people for whom a reading is an address or login name, letter by letter; without one, those it may stand for. Where
   * a name and the number beside it have one person in common, it is that one.
   */
  candidatesOf({ names, numbers }: FileReadings): readonly Candidate[] {
    const exact = names.flatMap((text) => this.#byAddress(text));
    if (exact.length > 0) return strictest(exact);
    const byName = names.flatMap((text) => this.#bySpelling(text));
    const byNumber = numbers.flatMap((text) => this.#byNumber(text));
    const isBoth = ({ person, text }: Candidate): boolean =>
      !names.includes(text) && byName.some((one) => one.person === person);
    const both = strictest(byNumber.filter(isBoth));
    return both.length === 1 ? both : strictest([...byName, ...byNumber]);
  }

  #byAddress(text: string): Candidate[] {
    const address = normalizeAddress(text);
    const entries = this.#addresses.get(exactKey(address));
    return this.#found(entries, text, (one) => normalizeAddress(one) === address);
  }

  #bySpelling(text: string): Candidate[] {
    const entries = [...this.#spellings.get(spellingKey(text)), ...this.#names.get(wordsKey(text))];
    if (entries.length === 0) return [];
    const loose = looseSpelling(text);
    const spellings = new Set(spellingsOf(text));
    return this.#found(
      entries,
      text,
      (one) => looseSpelling(one) === loose && spellingsOf(one).some((spelling) => spellings.has(spelling)),
    );
  }

  #byNumber(text: string): Candidate[] {
    const number = text.toLowerCase();
    return this.#found(this.#numbers.get(exactKey(number)), text, (one) => one === number);
  }

  /** The candidates of whom a text is meant. */
  #found(entries: readonly Entry[], text: string, isMeant: (one: string) => boolean): Candidate[] {
    // Many people may have one name.
    const known = new Map<string, boolean>();
    return entries.flatMap((entry) => {
      const person = this.#people[Math.floor(entry / matchRules.length)];
      const rule = matchRules[entry % matchRules.length];
      if (!person || !rule) return [];
      const name = rule === 'displayName' ? person.displayName : null;
      const isFound = (name !== null ? known.get(name) : undefined) ?? textsOf(person, rule).some(isMeant);
      if (name !== null) known.set(name, isFound);
      return isFound ? [{ person, rule, text }] : [];
    });
  }

  *#addAll(people: readonly BulkPerson[]): Generator<void, void> {
    for (const person of people) {
      this.#add(person);
      yield;
    }
  }

  #add(person: BulkPerson): void {
    const index = this.#people.push(person) - 1;
    const entryOf = (rule: MatchRule): Entry => index * matchRules.length + matchRules.indexOf(rule);
    const known: string[] = [];
    for (const rule of addressRules) {
      for (const text of textsOf(person, rule)) {
        const address = normalizeAddress(text);
        // The strictest rule comes first.
        if (known.includes(address)) continue;
        known.push(address);
        this.#addresses.add(exactKey(address), entryOf(rule));
        this.#spellings.add(spellingKey(address), entryOf(rule));
      }
    }
    const localParts = new Set(known.map(localPartOf).map(spellingKey));
    for (const key of localParts) this.#spellings.add(key, entryOf('localPart'));
    const names = new Set(displayNamesOf(person.displayName).map(wordsKey));
    for (const key of names) this.#names.add(key, entryOf('displayName'));
    const number = numberOf(person);
    if (number !== '') this.#numbers.add(exactKey(number), entryOf('employeeId'));
  }
}

const addressRules = ['address', 'login', 'alias'] as const;

/** What a rule compares of a person. */
function textsOf(person: BulkPerson, rule: MatchRule): readonly string[] {
  switch (rule) {
    case 'address':
      return person.mail === null ? [] : [person.mail];
    case 'login':
      return [person.userPrincipalName];
    case 'alias':
      return person.aliases ?? [];
    case 'localPart':
      return addressRules.flatMap((one) => textsOf(person, one)).map(localPartOf);
    case 'displayName':
      return orderedNamesOf(person.displayName);
    case 'employeeId':
      return [numberOf(person)];
  }
}

function localPartOf(address: string): string {
  return address.split('@')[0] ?? '';
}

function numberOf({ employeeId }: BulkPerson): string {
  return employeeId?.trim().toLowerCase() ?? '';
}

/** Each person once, with the strictest of the rules; the strictest first. */
function strictest(candidates: readonly Candidate[]): readonly Candidate[] {
  const order = ({ rule }: Candidate): number => matchRules.indexOf(rule);
  const sorted = [...candidates].sort((one, other) => order(one) - order(other));
  const known = new Set<string>();
  return sorted.filter(({ person: { id } }) => !known.has(id) && known.add(id));
}

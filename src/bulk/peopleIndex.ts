import { normalizeAddress } from '../base';
import { aliasesOf, type BulkPerson } from './person';
import { isTitle, type FileReadings } from './fileReadings';
import { spellingsOf, wordsOf } from './spelling';

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

/** No more of a name's first words are put last. */
const mostWords = 8;

/** A person's number in the list, and the rule's number. */
type Entry = number;

/** Finds people by what a text says, in time that does not depend on how many there are. */
export class PeopleIndex {
  readonly #people: readonly BulkPerson[];
  readonly #addresses = new Map<string, Entry[]>();
  readonly #spellings = new Map<string, Entry[]>();
  readonly #numbers = new Map<string, Entry[]>();

  constructor(people: readonly BulkPerson[]) {
    this.#people = people;
    for (const [index, person] of people.entries()) this.#add(index, person);
  }

  /**
   * The people for whom a reading is an address or login name, letter by letter; without one, those it may stand for. Where
   * a name and the number beside it have one person in common, it is that one.
   */
  candidatesOf({ names, numbers }: FileReadings): readonly Candidate[] {
    const exact = names.flatMap((text) => this.#found(this.#addresses.get(normalizeAddress(text)), text));
    if (exact.length > 0) return strictest(exact);
    const byName = names.flatMap((text) =>
      spellingsOf(text).flatMap((one) => this.#found(this.#spellings.get(one), text)),
    );
    const byNumber = numbers.flatMap((text) => this.#found(this.#numbers.get(text.toLowerCase()), text));
    const isBoth = ({ person, text }: Candidate): boolean =>
      !names.includes(text) && byName.some((one) => one.person === person);
    const both = strictest(byNumber.filter(isBoth));
    return both.length === 1 ? both : strictest([...byName, ...byNumber]);
  }

  #found(entries: readonly Entry[] | undefined, text: string): Candidate[] {
    return (entries ?? []).flatMap((entry) => {
      const person = this.#people[Math.floor(entry / matchRules.length)];
      const rule = matchRules[entry % matchRules.length];
      return person && rule ? [{ person, rule, text }] : [];
    });
  }

  #add(index: number, person: BulkPerson): void {
    const entryOf = (rule: MatchRule): Entry => index * matchRules.length + matchRules.indexOf(rule);
    const { mail, userPrincipalName, displayName, employeeId } = person;
    const addresses: readonly (readonly [MatchRule, string])[] = [
      ...(mail === null ? [] : [['address', mail] as const]),
      ['login', userPrincipalName],
      ...aliasesOf(person).map((alias) => ['alias', alias] as const),
    ];
    const known = new Set<string>();
    for (const [rule, address] of addresses) {
      const key = normalizeAddress(address);
      // The strictest rule comes first.
      if (known.has(key)) continue;
      known.add(key);
      add(this.#addresses, key, entryOf(rule));
      this.#addSpellings(address, entryOf(rule));
      this.#addSpellings(address.split('@')[0] ?? '', entryOf('localPart'));
    }
    for (const name of namesOf(displayName)) this.#addSpellings(name, entryOf('displayName'));
    if (employeeId) add(this.#numbers, employeeId.trim().toLowerCase(), entryOf('employeeId'));
  }

  #addSpellings(text: string, entry: Entry): void {
    for (const spelling of spellingsOf(text)) add(this.#spellings, spelling, entry);
  }
}

/** A display name as written, and in each order of its words without titles; what stands in brackets may be left out. */
function namesOf(displayName: string): readonly string[] {
  const [, plain = '', note = ''] = /^(.*?)\s*([([{][^)\]}]*[)\]}])?\s*$/su.exec(displayName) ?? [];
  const words = wordsOf(plain);
  const orders = [words, words.filter((word) => !isTitle(word))].flatMap(ordersOf);
  return [...new Set([displayName, ...orders, ...(note === '' ? [] : orders.map((name) => name + note))])];
}

/** The first words last, any number of them. */
function ordersOf(words: readonly string[]): readonly string[] {
  const starts = words.slice(0, mostWords).keys();
  return Array.from(starts, (start) => [...words.slice(start), ...words.slice(0, start)].join(' '));
}

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key);
  if (!entries) map.set(key, [entry]);
  else if (!entries.includes(entry)) entries.push(entry);
}

/** Each person once, with the strictest of the rules; the strictest first. */
function strictest(candidates: readonly Candidate[]): readonly Candidate[] {
  const order = ({ rule }: Candidate): number => matchRules.indexOf(rule);
  const sorted = [...candidates].sort((one, other) => order(one) - order(other));
  const known = new Set<string>();
  return sorted.filter(({ person: { id } }) => !known.has(id) && known.add(id));
}

import { normalizeAddress } from '../base';
import { hostText, hostValue } from './hostValue';
import type { Part, Person, Recipient } from './mailbox';

/** Office's details of one person. */
export type PersonDetails = Partial<Office.EmailAddressDetails>;

/** The kinds of item, by the fields that hold their recipients. */
export type ItemKind = keyof typeof recipientFields;

/** Fields of an item that hold its recipients, in reading order. */
export const recipientFields = {
  message: [
    ['to', 'to'],
    ['cc', 'cc'],
    ['bcc', 'bcc'],
  ],
  appointment: [
    ['requiredAttendees', 'required'],
    ['optionalAttendees', 'optional'],
  ],
} as const satisfies Record<string, readonly (readonly [string, Part])[]>;

/** Converts Office's details; null without an address and a name. */
export function personOf(details: PersonDetails | null | undefined): Person | null {
  const address = hostText(() => details?.emailAddress);
  const name = hostText(() => details?.displayName);
  return address || name ? { name, address } : null;
}

/** Converts one list of Office's details; without those of another shape. */
export function recipientsOf(list: unknown, part: Part): readonly Recipient[] {
  if (!Array.isArray(list)) return [];
  return (list as readonly PersonDetails[]).flatMap((details) => {
    const person = personOf(details);
    // Compared as text: the enum is a global that exists only once Office.js has loaded.
    const isList = hostText(() => details.recipientType) === 'distributionList';
    return person ? [{ ...person, part, isList }] : [];
  });
}

/** All recipients of an item in read mode, where the fields are lists. */
export function readRecipients(kind: ItemKind, item: object): readonly Recipient[] {
  const fields = item as Readonly<Record<string, unknown>>;
  return recipientFields[kind].flatMap(([field, part]) =>
    recipientsOf(
      hostValue(() => fields[field]),
      part,
    ),
  );
}

/** Each person once, at the first place; without those in `excluded`. */
export function uniquePeople<P extends Person>(
  people: readonly P[],
  excluded: readonly (Person | null)[] = [],
): readonly P[] {
  const seen = new Set(excluded.map(keyOf));
  return people.filter((person) => {
    const key = keyOf(person);
    return !seen.has(key) && seen.add(key);
  });
}

/** People without an address are compared by name. */
function keyOf(person: Person | null): string {
  return normalizeAddress(person?.address || person?.name || '');
}

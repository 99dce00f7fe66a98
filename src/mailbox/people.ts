import { call } from './officeCall';
import type { Part, Person, Recipient } from './mailbox';

type Details = Partial<Office.EmailAddressDetails>;

/** Fields of an item that hold its recipients, in the order in which people read them. */
const fields = {
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

/** Somebody as Outlook names them; null where it names nobody. */
export function personOf(details: Details | null | undefined): Person | null {
  if (!details) return null;
  const address = details.emailAddress ?? '';
  const name = details.displayName ?? '';
  return address || name ? { name, address } : null;
}

/** The recipients of an item that is read: its fields are lists. */
export function recipientsOf(kind: keyof typeof fields, item: object): readonly Recipient[] {
  return fields[kind].flatMap(([field, part]) => {
    const list = (item as Readonly<Record<string, unknown>>)[field];
    return Array.isArray(list) ? list.flatMap((one: Details) => recipientOf(one, part)) : [];
  });
}

/** A draft's people as far as they are known: who it is from, and who receives it, by their part. */
export interface DraftPeople {
  readonly first: Person | null;
  readonly recipients: Readonly<Partial<Record<Part, readonly Recipient[]>>>;
}

/**
 * Asks a draft for its people, field by field; `tell` hears each answer. Who does not answer, or in older hosts cannot be
 * asked, tells nothing.
 */
export async function askPeople(
  kind: keyof typeof fields,
  first: 'from' | 'organizer',
  item: object,
  tell: (
    told: { readonly first: Person | null } | { readonly part: Part; readonly list: readonly Recipient[] },
  ) => void,
): Promise<void> {
  const askFirst = async (): Promise<void> => {
    const details = await askField<Details>(`the draft's ${first}`, item, first);
    if (details) tell({ first: personOf(details) });
  };
  const askList = async ([field, part]: readonly [string, Part]): Promise<void> => {
    const list = await askField<readonly Details[]>(`the draft's ${field}`, item, field);
    if (list) tell({ part, list: list.flatMap((one) => recipientOf(one, part)) });
  };
  await Promise.allSettled([askFirst(), ...fields[kind].map(askList)]);
}

/** Asks a field of a draft. Null where the host has no such field to ask. @throws as `call`. */
async function askField<T>(what: string, item: object, field: string): Promise<T | null> {
  const asked = (item as Readonly<Record<string, unknown>>)[field] as
    { getAsync?: (callback: (result: Office.AsyncResult<T>) => void) => void } | undefined;
  if (typeof asked?.getAsync !== 'function') return null;
  return call<T>(what, (callback) => asked.getAsync?.(callback));
}

/** Each once, in the place where they stand first; none of them who stand above the list already. */
export function eachOnce<Anybody extends Person>(
  people: readonly Anybody[],
  above: readonly (Person | null)[],
): readonly Anybody[] {
  const seen = new Set(above.map(keyOf));
  return people.filter((one) => {
    const key = keyOf(one);
    return !seen.has(key) && seen.add(key);
  });
}

function recipientOf(details: Details, part: Part): readonly Recipient[] {
  const person = personOf(details);
  // Compared as text: the enum is a global that exists only where Office.js has loaded.
  const isList = String(details.recipientType) === 'distributionList';
  return person ? [{ ...person, part, isList }] : [];
}

/** Somebody without an address is told by the name alone. */
function keyOf(person: Person | null): string {
  return (person?.address || person?.name || '').normalize('NFC').trim().toLowerCase();
}

import { withDeadline } from '../base';
import { hostValue } from './hostValue';
import type { Part, Person, Recipient, Selection } from './mailbox';
import { callOffice } from './officeCall';
import { personOf, recipientFields, recipientsOf, uniquePeople, type ItemKind, type PersonDetails } from './people';

/** The people of a draft, as far as they have been read. */
interface DraftPeople {
  /** The sender of a message, or the organizer of an appointment. */
  readonly author: Person | null;
  readonly recipients: Readonly<Partial<Record<Part, readonly Recipient[]>>>;
}

/** One field of a draft that has been read. */
type FieldValue =
  | { readonly kind: 'author'; readonly author: Person | null }
  | { readonly kind: 'recipients'; readonly part: Part; readonly recipients: readonly Recipient[] };

/**
 * Reads a selection from the host and emits it, in steps as it becomes known. `previous` is an earlier selection of the same
 * draft: its people remain for fields that the host does not return.
 */
export type SelectionReader = (emit: (selection: Selection) => void, previous?: Selection) => Promise<void>;

/** After this time the fields read so far are emitted without waiting for the others. Milliseconds. */
const firstEmitTimeout = 300;

const noPeople: DraftPeople = { author: null, recipients: {} };

/** A draft before its people have been read. */
export function emptyDraft(kind: ItemKind): Selection {
  return selectionOf(kind, noPeople);
}

/** Creates the reader of a draft: it emits twice, after 300 ms at the latest and when all fields have settled. */
export function draftReader(kind: ItemKind, item: object): SelectionReader {
  return async (emit, previous) => {
    let people = previous ? peopleOf(previous) : noPeople;
    const reading = readFields(kind, item, (field) => {
      people = withField(people, field);
    });
    await withDeadline(reading, firstEmitTimeout, 'the draft').catch(() => undefined);
    emit(selectionOf(kind, people));
    await reading;
    emit(selectionOf(kind, people));
  };
}

/** Reads all fields at once; those that fail, or that older hosts lack, are left out. */
async function readFields(kind: ItemKind, item: object, onField: (field: FieldValue) => void): Promise<void> {
  const readAuthor = async (): Promise<void> => {
    const details = await readField<PersonDetails>(item, kind === 'message' ? 'from' : 'organizer');
    if (details) onField({ kind: 'author', author: personOf(details) });
  };
  const readList = async ([field, part]: readonly [string, Part]): Promise<void> => {
    const list = await readField<unknown>(item, field);
    if (Array.isArray(list)) onField({ kind: 'recipients', part, recipients: recipientsOf(list, part) });
  };
  await Promise.allSettled([readAuthor(), ...recipientFields[kind].map(readList)]);
}

interface DraftField<T> {
  readonly getAsync?: (callback: (result: Office.AsyncResult<T>) => void) => void;
}

/** Null in hosts whose drafts do not have the field. @throws as `callOffice`. */
async function readField<T>(item: object, field: string): Promise<T | null> {
  const fields = item as Readonly<Record<string, DraftField<T> | undefined>>;
  const property = hostValue(() => fields[field]);
  if (typeof hostValue(() => property?.getAsync) !== 'function') return null;
  return callOffice<T>(`the draft's ${field}`, (callback) => property?.getAsync?.(callback));
}

function withField(people: DraftPeople, field: FieldValue): DraftPeople {
  if (field.kind === 'author') return { ...people, author: field.author };
  return { ...people, recipients: { ...people.recipients, [field.part]: field.recipients } };
}

function selectionOf(kind: ItemKind, { author, recipients }: DraftPeople): Selection {
  const inReadingOrder = (['to', 'cc', 'bcc', 'required', 'optional'] as const).flatMap(
    (part) => recipients[part] ?? [],
  );
  const unique = uniquePeople(inReadingOrder, [author]);
  return kind === 'message'
    ? { kind: 'draft', from: author, recipients: unique }
    : { kind: 'appointment', organizer: author, recipients: unique };
}

function peopleOf(selection: Selection): DraftPeople {
  if (selection.kind !== 'draft' && selection.kind !== 'appointment') return noPeople;
  const recipients: Partial<Record<Part, readonly Recipient[]>> = {};
  for (const one of selection.recipients) recipients[one.part] = [...(recipients[one.part] ?? []), one];
  return { author: selection.kind === 'draft' ? selection.from : selection.organizer, recipients };
}

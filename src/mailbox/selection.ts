import { call } from './call';
import type { Person, Selection } from './mailbox';

type Item = NonNullable<Office.Mailbox['item']>;

/** What Outlook has sent along already, and for a draft what it was asked for besides. */
export interface Reading {
  readonly now: Selection;
  readonly later?: Promise<Selection>;
}

/**
 * Reads what is selected. `now` is at once the truth about the item, so that the face of the item before it never
 * stays; a draft has to be asked for its people.
 */
export function readSelection(item: Office.Mailbox['item']): Reading {
  // Outlook says "no item" as null, and as undefined where the pane is open without one.
  if (!item) return { now: { kind: 'nothing' } };
  if (item.itemType === 'appointment') return readAppointment(item);
  if (isDraft(item)) {
    const later = asked('the sender of the draft', item.from).then((from): Selection => ({ kind: 'draft', from }));
    return { now: { kind: 'draft', from: null }, later };
  }
  const meeting = /^IPM\.Schedule\.Meeting\./i.test(item.itemClass);
  return { now: { kind: 'message', meeting, from: person(item.from), sender: person(item.sender) } };
}

function readAppointment(item: Item): Reading {
  if (!isDraft(item)) return { now: { kind: 'appointment', organizer: person(item.organizer) } };
  const later = asked('the organizer', item.organizer).then((organizer): Selection => ({
    kind: 'appointment',
    organizer,
  }));
  return { now: { kind: 'appointment', organizer: null }, later };
}

/** Tells one selected item from another; two drafts that were never saved look alike, so the object counts too. */
export function itemKey(item: Office.Mailbox['item']): string {
  if (!item) return '';
  return [item.itemType, item.itemId, item.conversationId, isDraft(item)].join('|');
}

/** A subject that has to be asked for is one that can still be changed. */
function isDraft(item: Item): boolean {
  return typeof item.subject !== 'string';
}

/** In a draft a person is an object to ask; older hosts have no such object. */
async function asked(what: string, field: unknown): Promise<Person | null> {
  const from = field as Partial<Office.From> | undefined;
  if (typeof from?.getAsync !== 'function') return null;
  return person(await call<Office.EmailAddressDetails>(what, (callback) => from.getAsync?.(callback)));
}

function person(details: Partial<Office.EmailAddressDetails> | null | undefined): Person | null {
  if (!details) return null;
  const address = details.emailAddress ?? '';
  const name = details.displayName ?? '';
  return address || name ? { name, address } : null;
}

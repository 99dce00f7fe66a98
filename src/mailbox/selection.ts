import type { Person, Recipient, Selection } from './mailbox';
import { askField, askRecipients, eachOnce, personOf, recipientsOf } from './people';

/** The item that is open, of whatever kind. */
type Item = NonNullable<Office.Mailbox['item']>;

/** What an item says at once, and what has to be asked for. */
interface Reading {
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
    const later = ask('message', 'from', item).then(({ first: from, recipients }): Selection => ({
      kind: 'draft',
      from,
      recipients,
    }));
    return { now: { kind: 'draft', from: null, recipients: [] }, later };
  }
  const meeting = /^IPM\.Schedule\.Meeting\./i.test(item.itemClass);
  const [from, sender] = [personOf(item.from), personOf(item.sender)];
  const recipients = eachOnce(recipientsOf('message', item), [from, sender]);
  return { now: { kind: 'message', meeting, from, sender, recipients } };
}

function readAppointment(item: Item): Reading {
  if (!isDraft(item)) {
    const organizer = personOf(item.organizer);
    const recipients = eachOnce(recipientsOf('appointment', item), [organizer]);
    return { now: { kind: 'appointment', organizer, recipients } };
  }
  const later = ask('appointment', 'organizer', item).then(({ first: organizer, recipients }): Selection => ({
    kind: 'appointment',
    organizer,
    recipients,
  }));
  return { now: { kind: 'appointment', organizer: null, recipients: [] }, later };
}

/** Asks a draft who it is from and who receives it. Who it is from is unknown in older hosts. */
async function ask(
  kind: 'message' | 'appointment',
  first: 'from' | 'organizer',
  item: Item,
): Promise<{ first: Person | null; recipients: readonly Recipient[] }> {
  const [details, recipients] = await Promise.all([
    askField<Office.EmailAddressDetails>(`the draft's ${first}`, item, first).catch(() => null),
    askRecipients(kind, item),
  ]);
  const person = personOf(details);
  return { first: person, recipients: eachOnce(recipients, [person]) };
}

/** Tells one selected item from another; two drafts that were never saved look alike, so the object counts too. */
export function itemKey(item: Office.Mailbox['item']): string {
  if (!item) return '';
  return [item.itemType, item.itemId, item.conversationId, isDraft(item)].join('|');
}

/** A subject that has to be asked for is one that can still be changed. */
export function isDraft(item: Item): boolean {
  return typeof item.subject !== 'string';
}

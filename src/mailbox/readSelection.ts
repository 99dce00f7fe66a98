import { withDeadline } from '../base';
import type { Part, Recipient, Selection } from './mailbox';
import { askPeople, eachOnce, personOf, recipientsOf, type DraftPeople } from './people';

/** The item that is open, of whatever kind. */
type Item = NonNullable<Office.Mailbox['item']>;

/** What an item says at once, and what has to be asked for. */
interface Reading {
  readonly now: Selection;
  readonly later?: Later;
}

/**
 * Asks a draft for its people and shows them. `before`: what was known of the same draft, which stands where it does not
 * answer.
 */
export type Later = (show: (selection: Selection) => void, before?: Selection) => Promise<void>;

/** What has been answered after this time is shown without waiting for the rest. Milliseconds. */
const patience = 300;

/**
 * Reads what is selected. `now` is at once the truth about the item, so that the face of the item before it never
 * stays; a draft has to be asked for its people.
 */
export function readSelection(item: Office.Mailbox['item']): Reading {
  // Outlook says "no item" as null, and as undefined where the pane is open without one.
  if (!item) return { now: { kind: 'nothing' } };
  if (item.itemType === 'appointment') return readAppointment(item);
  if (isDraft(item)) {
    return { now: draftOf(nobody), later: asking('message', 'from', item, draftOf) };
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
  return { now: appointmentOf(nobody), later: asking('appointment', 'organizer', item, appointmentOf) };
}

const nobody: DraftPeople = { first: null, recipients: {} };

const draftOf = ({ first: from, recipients }: DraftPeople): Selection => ({
  kind: 'draft',
  from,
  recipients: eachOnce(inOrder(recipients), [from]),
});

const appointmentOf = ({ first: organizer, recipients }: DraftPeople): Selection => ({
  kind: 'appointment',
  organizer,
  recipients: eachOnce(inOrder(recipients), [organizer]),
});

/** In the order in which people read them, whoever answered first. */
function inOrder(recipients: DraftPeople['recipients']): readonly Recipient[] {
  return (['to', 'cc', 'bcc', 'required', 'optional'] as const).flatMap((part) => recipients[part] ?? []);
}

function asking(
  kind: 'message' | 'appointment',
  first: 'from' | 'organizer',
  item: Item,
  selectionOf: (people: DraftPeople) => Selection,
): Later {
  return async (show, before) => {
    let people = before ? peopleOf(before) : nobody;
    const asked = askPeople(kind, first, item, (told) => {
      if ('part' in told) people = { ...people, recipients: { ...people.recipients, [told.part]: told.list } };
      else people = { ...people, ...told };
    });
    await withDeadline(asked, patience, 'the draft').catch(() => undefined);
    show(selectionOf(people));
    await asked;
    show(selectionOf(people));
  };
}

/** What a selection tells of a draft's people. */
function peopleOf(selection: Selection): DraftPeople {
  if (selection.kind !== 'draft' && selection.kind !== 'appointment') return nobody;
  const lists: Partial<Record<Part, readonly Recipient[]>> = {};
  for (const one of selection.recipients) lists[one.part] = [...(lists[one.part] ?? []), one];
  return { first: selection.kind === 'draft' ? selection.from : selection.organizer, recipients: lists };
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

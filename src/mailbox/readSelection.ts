import { draftReader, emptyDraft, type SelectionReader } from './draftPeople';
import type { Selection } from './mailbox';
import { personOf, readRecipients, uniquePeople } from './people';

type Item = NonNullable<Office.Mailbox['item']>;

/** The selected item. */
export interface ItemReading {
  /** All that can be read synchronously: the whole item in read mode, a draft without people. */
  readonly initial: Selection;
  /** Present for drafts: reads their people. */
  readonly readDraft?: SelectionReader;
}

/** Reads the selected item. */
export function readSelection(item: Office.Mailbox['item']): ItemReading {
  // Without an item Outlook gives null, or undefined in a pane that opened without one.
  if (!item) return { initial: { kind: 'unknown' } };
  const kind = item.itemType === 'appointment' ? 'appointment' : 'message';
  if (isDraft(item)) return { initial: emptyDraft(kind), readDraft: draftReader(kind, item) };
  return { initial: kind === 'appointment' ? readAppointment(item) : readMessage(item) };
}

function readMessage(item: Item): Selection {
  const meeting = /^IPM\.Schedule\.Meeting\./i.test(item.itemClass);
  const [from, sender] = [personOf(item.from), personOf(item.sender)];
  const recipients = uniquePeople(readRecipients('message', item), [from, sender]);
  return { kind: 'message', meeting, from, sender, recipients };
}

function readAppointment(item: Item): Selection {
  const organizer = personOf(item.organizer);
  const recipients = uniquePeople(readRecipients('appointment', item), [organizer]);
  return { kind: 'appointment', organizer, recipients };
}

/** Differs between two selected items, except for two drafts that have never been saved. */
export function itemKey(item: Office.Mailbox['item']): string {
  if (!item) return '';
  return [item.itemType, item.itemId, item.conversationId, isDraft(item)].join('|');
}

/** The subject of an item in read mode is a text, of a draft an object with `getAsync`. */
export function isDraft(item: Item): boolean {
  return typeof item.subject !== 'string';
}

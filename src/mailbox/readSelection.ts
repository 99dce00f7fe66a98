import { draftReader, emptyDraft, type SelectionReader } from './draftPeople';
import { hostText, hostValue } from './hostValue';
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
  if (!item) return { initial: { kind: 'unknown' } };
  const kind = hostText(() => item.itemType) === 'appointment' ? 'appointment' : 'message';
  if (isDraft(item)) return { initial: emptyDraft(kind), readDraft: draftReader(kind, item) };
  return { initial: kind === 'appointment' ? readAppointment(item) : readMessage(item) };
}

function readMessage(item: Item): Selection {
  const meeting = /^IPM\.Schedule\.Meeting\./i.test(hostText(() => item.itemClass));
  const [from, sender] = [personOf(hostValue(() => item.from)), personOf(hostValue(() => item.sender))];
  const recipients = uniquePeople(readRecipients('message', item), [from, sender]);
  return { kind: 'message', meeting, from, sender, recipients };
}

function readAppointment(item: Item): Selection {
  const organizer = personOf(hostValue(() => item.organizer));
  const recipients = uniquePeople(readRecipients('appointment', item), [organizer]);
  return { kind: 'appointment', organizer, recipients };
}

/** Differs between two selected items, except for two drafts that have never been saved. */
export function itemKey(item: Office.Mailbox['item']): string {
  if (!item) return '';
  const [itemType, conversationId] = [hostText(() => item.itemType), hostText(() => item.conversationId)];
  return [itemType, idOf(item), conversationId, isDraft(item)].join('|');
}

/** The id of an item in read mode; empty for drafts, and where the host does not give it. */
export function idOf(item: Item): string {
  return hostText(() => item.itemId);
}

/**
 * The subject of an item in read mode is a text, of a draft an object with `getAsync`. An item without either is a draft
 * where it has no id.
 */
export function isDraft(item: Item): boolean {
  const subject: unknown = hostValue(() => item.subject);
  if (typeof subject === 'string') return false;
  const read: unknown = hostValue(() => (subject as { getAsync: unknown }).getAsync);
  return typeof read === 'function' || idOf(item) === '';
}

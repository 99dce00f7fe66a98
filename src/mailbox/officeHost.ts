import { hostValue } from './hostValue';

/** The mailbox of Office.js; undefined where the host does not give it. */
export function mailboxOf(office: typeof Office): Office.Mailbox | undefined {
  return hostValue(() => office.context.mailbox);
}

/** The selected item. Without one Outlook gives null, or undefined in a pane that opened without one. */
export function itemOf(office: typeof Office): Office.Mailbox['item'] {
  const item: unknown = hostValue(() => office.context.mailbox.item);
  return typeof item === 'object' && item !== null ? (item as Office.Mailbox['item']) : undefined;
}

/** The name of an event. Older builds of Office.js lack those of events that their hosts do not have either. */
export function eventOf(office: typeof Office, name: keyof typeof Office.EventType): Office.EventType | undefined {
  return hostValue(() => office.EventType[name]);
}

import { hostText, hostValue } from './hostValue';
import type { Person } from './mailbox';
import { callOffice } from './officeCall';
import { personOf, uniquePeople } from './people';

/** Missing in older builds of Office.js, even where the host claims the requirement set. */
export type NewerMailbox = Partial<Pick<Office.Mailbox, 'getSelectedItemsAsync' | 'loadItemByIdAsync'>>;

type LoadedMessage = Pick<Office.LoadedMessageRead, 'from' | 'sender' | 'unloadAsync'>;

/** A message in the selection of the message list. */
export interface SelectedMessage {
  readonly id: string;
  readonly isDraft: boolean;
}

/** Outlook on the web gives the mode of a message under a name of its own. */
type MessageDetails = Pick<Office.SelectedItemDetails, 'itemId'> & { itemMode?: string; commandSurface?: string };

/**
 * The selected messages, in the order of selection. Null where the host does not give them: before Mailbox 1.13, without the
 * permission for it (the call throws then), or after an error of the host.
 */
export async function readSelectedMessages(
  mailbox: NewerMailbox | undefined,
): Promise<readonly SelectedMessage[] | null> {
  const read = hostValue(() => mailbox?.getSelectedItemsAsync);
  if (typeof read !== 'function') return null;
  try {
    const items = await callOffice<readonly MessageDetails[]>('the selected messages', (callback) =>
      read.call(mailbox, callback),
    );
    return items.map((item) => ({
      id: hostText(() => item.itemId),
      isDraft: /^compose$/i.test(hostText(() => item.itemMode) || hostText(() => item.commandSurface)),
    }));
  } catch {
    return null;
  }
}

/**
 * Reads the senders of messages, each person once; yields a longer list after each message. A host loads one message at a
 * time (Mailbox 1.15), so each is unloaded before the next, and when the caller stops. Yields nothing in older hosts; skips
 * messages that cannot be loaded.
 * @throws OfficeCallError, DeadlineError when a message cannot be unloaded.
 */
export async function* readSenders(
  mailbox: NewerMailbox | undefined,
  ids: readonly string[],
): AsyncGenerator<readonly Person[]> {
  const load = hostValue(() => mailbox?.loadItemByIdAsync);
  if (typeof load !== 'function') return;
  let senders: readonly Person[] = [];
  for (const id of ids) {
    const message = await callOffice<LoadedMessage | null>(
      'a selected message',
      (callback) => load.call(mailbox, id, callback as Parameters<typeof load>[1]),
      // It would keep the next from opening.
      (late) => late?.unloadAsync(() => undefined),
    ).catch(() => null);
    if (!message) continue;
    try {
      const sender = personOf(hostValue(() => message.from)) ?? personOf(hostValue(() => message.sender));
      if (sender) yield (senders = uniquePeople([...senders, sender]));
    } finally {
      await callOffice('closing a selected message', (callback) => message.unloadAsync(callback));
    }
  }
}

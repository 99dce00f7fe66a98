import { call } from './officeCall';
import type { Person } from './mailbox';
import { eachOnce, personOf } from './people';

/** What Office.js lacks in older builds, also where their host claims the requirement set. */
type Newer = Partial<Pick<Office.Mailbox, 'getSelectedItemsAsync' | 'loadItemByIdAsync'>>;

/**
 * Ids of the messages that are selected, in the order in which they were; null where the host does not tell: before
 * Mailbox 1.13, or with less permission than it asks for (then the call throws at once).
 */
export async function selectedIds({ mailbox }: Office.Context): Promise<readonly string[] | null> {
  const { getSelectedItemsAsync } = mailbox as Newer;
  if (typeof getSelectedItemsAsync !== 'function') return null;
  try {
    const items = await call<Office.SelectedItemDetails[]>('the selected messages', (callback) =>
      getSelectedItemsAsync.call(mailbox, callback),
    );
    return items.map(({ itemId }) => itemId);
  } catch {
    return null;
  }
}

/**
 * Who sent these messages, each once: more and more of them. The host opens one message at a time (Mailbox 1.15), so each
 * is closed again before the next, also when nobody wants to know any more. Ends early, without anybody, where the host
 * does not tell; a message that cannot be opened is left out.
 */
export async function* sendersOf(
  { mailbox }: Office.Context,
  ids: readonly string[],
): AsyncGenerator<readonly Person[]> {
  const { loadItemByIdAsync } = mailbox as Newer;
  if (typeof loadItemByIdAsync !== 'function') return;
  let senders: readonly Person[] = [];
  for (const id of ids) {
    const loaded = await call<Loaded>('a selected message', (callback) =>
      loadItemByIdAsync.call(mailbox, id, callback as Parameters<Office.Mailbox['loadItemByIdAsync']>[1]),
    ).catch(() => null);
    if (!loaded) continue;
    try {
      const sender = personOf(loaded.from) ?? personOf(loaded.sender);
      if (sender) yield (senders = eachOnce([...senders, sender], []));
    } finally {
      await call('closing a selected message', (callback) => loaded.unloadAsync(callback));
    }
  }
}

type Loaded = Pick<Office.LoadedMessageRead, 'from' | 'sender' | 'unloadAsync'>;

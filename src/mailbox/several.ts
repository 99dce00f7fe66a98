import { call } from './call';

/**
 * How many messages are selected, or null where the host does not tell: before Mailbox 1.13, or with less permission
 * than it asks for (then the call throws at once).
 */
export async function selectedCount({ mailbox }: Office.Context): Promise<number | null> {
  // Hosts claim the requirement set also where their Office.js lacks the method.
  const { getSelectedItemsAsync } = mailbox as Partial<Office.Mailbox>;
  if (typeof getSelectedItemsAsync !== 'function') return null;
  try {
    const items = await call<Office.SelectedItemDetails[]>('the selected messages', (callback) =>
      getSelectedItemsAsync.call(mailbox, callback),
    );
    return items.length;
  } catch {
    return null;
  }
}

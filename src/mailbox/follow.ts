import { observable, type Observable } from '../base';
import { listen } from './listen';
import type { Selection } from './mailbox';
import { isDraft, itemKey, readSelection } from './selection';
import { selectedCount } from './several';

/** How often an item that changed without an event is looked for while the pane is visible. Milliseconds. */
const lookInterval = 1_500;

/**
 * Follows what is selected in Outlook. ItemChanged is the quick way; since some hosts never fire it, the item is also
 * compared when the pane comes to the front and every now and then.
 */
export function followSelection({ context, EventType }: typeof Office): Observable<Selection> {
  const { mailbox } = context;
  const selection = observable<Selection>({ kind: 'nothing' });
  let ticket = 0;
  let known: { readonly item: unknown; readonly key: string } | null = null;

  const show = (next: Selection): void => {
    if (JSON.stringify(next) !== JSON.stringify(selection.value)) selection.set(next);
  };

  /** Shows what a question to the host brings, unless something else was selected meanwhile. */
  const showLater = (answer: Promise<Selection>): void => {
    const mine = ticket;
    answer.then(
      (next) => {
        if (mine === ticket) show(next);
      },
      // The host stays silent or refuses: what is shown without its answer is true already.
      () => undefined,
    );
  };

  const readItem = (): void => {
    ticket++;
    const { item } = mailbox;
    known = { item, key: itemKey(item) };
    const { now, later } = readSelection(item);
    show(now);
    if (later) showLater(later);
    if (item && isDraft(item)) followRecipients(item);
    if (!item) readCount();
  };

  const followed = new WeakSet<object>();

  /** Recipients come and go while a draft is written; its `now` has nobody, so only what it answers is shown. */
  const followRecipients = (item: NonNullable<Office.Mailbox['item']>): void => {
    if (followed.has(item)) return;
    followed.add(item);
    listen(item, EventType.RecipientsChanged, () => {
      const { later } = readSelection(mailbox.item);
      ticket++;
      if (later) showLater(later);
    });
  };

  const readCount = (): void => {
    ticket++;
    showLater(
      selectedCount(context).then((count) => {
        if (count !== null && count > 1) return { kind: 'several', count, senders: null };
        const { now, later } = readSelection(mailbox.item);
        return later ?? now;
      }),
    );
  };

  const look = (): void => {
    const { item } = mailbox;
    if (document.visibilityState === 'visible' && known?.key !== itemKey(item)) readItem();
  };

  readItem();
  listen(mailbox, EventType.ItemChanged, readItem);
  // Absent from the enum of older builds of Office.js, where the host has no such event either.
  const { SelectedItemsChanged } = EventType as Partial<typeof EventType>;
  listen(mailbox, SelectedItemsChanged, readCount);
  document.addEventListener('visibilitychange', look);
  globalThis.addEventListener('focus', look);
  setInterval(look, lookInterval);
  return selection;
}

import { observable, type Observable } from '../base';
import { listen } from './addOfficeHandler';
import type { Selection } from './mailbox';
import { isDraft, itemKey, readSelection, type Later } from './readSelection';
import { selectedIds, sendersOf } from './selectedMessages';

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
  const showLater = (later: Later, before?: Selection): void => {
    const mine = ++ticket;
    // The host stays silent or refuses: what is shown without its answer is true already.
    void later((next) => {
      if (mine === ticket) show(next);
    }, before).catch(() => undefined);
  };

  const readItem = (): void => {
    ticket++;
    const { item } = mailbox;
    known = { item, key: itemKey(item) };
    const { now, later } = readSelection(item);
    // Several stay until the host has told which ones it are now.
    if (item || selection.value.kind !== 'several') show(now);
    if (later) showLater(later);
    if (item && isDraft(item)) followRecipients(item);
    if (!item) readSeveral();
  };

  const followed = new WeakSet<object>();

  /** Recipients come and go while a draft is written; its `now` has nobody, so only what it answers is shown. */
  const followRecipients = (item: NonNullable<Office.Mailbox['item']>): void => {
    if (followed.has(item)) return;
    followed.add(item);
    listen(item, EventType.RecipientsChanged, () => {
      const { later } = readSelection(mailbox.item);
      if (later) showLater(later, selection.value);
    });
  };

  /** Ids of the several messages that were read last, as one text. */
  let several = '';

  const readSeveral = (): void =>
    showLater(async (tell) => {
      const mine = ticket;
      const ids = await selectedIds(context);
      if (ids !== null && ids.length > 1) {
        several = ids.join();
        tell({ kind: 'several', count: ids.length, senders: null });
        if (mine === ticket) readSenders(ids, mine);
        return;
      }
      const { now, later } = readSelection(mailbox.item);
      if (later) await later(tell);
      else tell(now);
    });

  /** The host opens one message at a time, so the last of a selection before is closed first. */
  let reading = Promise.resolve();
  const readSenders = (ids: readonly string[], mine: number): void => {
    const read = async (): Promise<void> => {
      if (mine !== ticket) return;
      for await (const senders of sendersOf(context, ids)) {
        if (mine !== ticket) return;
        show({ kind: 'several', count: ids.length, senders });
      }
    };
    // A message that does not close again: those that are known by then stay.
    reading = reading.then(read).catch(() => undefined);
  };

  const look = (): void => {
    const { item } = mailbox;
    if (document.visibilityState === 'visible' && known?.key !== itemKey(item)) readItem();
  };

  /** Between the first data and the registration, more messages may have been selected. */
  const catchUp = async (): Promise<void> => {
    const ids = (await selectedIds(context)) ?? [];
    if (ids.length > 1 && ids.join() !== several) readSeveral();
  };

  readItem();
  // Absent from the enum of older builds of Office.js, where the host has no such event either.
  const { SelectedItemsChanged } = EventType as Partial<typeof EventType>;
  listen(mailbox, SelectedItemsChanged, readSeveral);
  // The last of the two: the host takes registrations in their order.
  listen(mailbox, EventType.ItemChanged, readItem, () => void catchUp());
  document.addEventListener('visibilitychange', look);
  globalThis.addEventListener('focus', look);
  setInterval(look, lookInterval);
  return selection;
}

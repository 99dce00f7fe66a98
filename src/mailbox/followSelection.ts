import { observable, type Observable } from '../base';
import { addOfficeHandler } from './addOfficeHandler';
import type { SelectionReader } from './draftPeople';
import type { Selection } from './mailbox';
import { isDraft, itemKey, readSelection } from './readSelection';
import { readSelectedIds, readSenders } from './selectedMessages';

/** How often a visible pane compares the item, for hosts that do not fire ItemChanged. Milliseconds. */
const pollInterval = 1_500;

/**
 * Follows what is selected in Outlook: by its events, and by comparing the item when the pane gets the focus or becomes
 * visible and every 1.5 s, because some hosts do not fire ItemChanged.
 */
export function followSelection({ context, EventType }: typeof Office): Observable<Selection> {
  const follower = new SelectionFollower(context, EventType);
  follower.start();
  return follower.selection;
}

class SelectionFollower {
  readonly selection = observable<Selection>({ kind: 'nothing' });
  readonly #context: Office.Context;
  readonly #eventType: typeof Office.EventType;
  /** Incremented with every read; results of an older number are ignored. */
  #readNumber = 0;
  /** Key of the item that was read last; null before the first. */
  #itemKey: string | null = null;
  /** Ids of the several messages that were read last, joined. */
  #severalIds = '';
  readonly #followedDrafts = new WeakSet<object>();
  /** The latest reading of senders: the host loads one message at a time, so the next waits for it. */
  #sendersRead = Promise.resolve();

  constructor(context: Office.Context, eventType: typeof Office.EventType) {
    this.#context = context;
    this.#eventType = eventType;
  }

  start(): void {
    this.#readItem();
    const { mailbox } = this.#context;
    // Missing in older builds of Office.js, whose hosts do not have the event either.
    const { SelectedItemsChanged } = this.#eventType as Partial<typeof Office.EventType>;
    addOfficeHandler(mailbox, SelectedItemsChanged, () => this.#readSeveral());
    // Registered last: the host registers handlers in order, so both are registered when this one is.
    addOfficeHandler(
      mailbox,
      this.#eventType.ItemChanged,
      () => this.#readItem(),
      () => void this.#readMissedSelection(),
    );
    const compare = (): void => this.#readChangedItem();
    document.addEventListener('visibilitychange', compare);
    globalThis.addEventListener('focus', compare);
    setInterval(compare, pollInterval);
  }

  #emit(next: Selection): void {
    if (JSON.stringify(next) !== JSON.stringify(this.selection.value)) this.selection.set(next);
  }

  #readItem(): void {
    this.#readNumber++;
    const { item } = this.#context.mailbox;
    this.#itemKey = itemKey(item);
    const { initial, readDraft } = readSelection(item);
    // Several messages have no item: they stay until their ids have been read.
    if (item || this.selection.value.kind !== 'several') this.#emit(initial);
    if (readDraft) this.#readLater(readDraft);
    if (item && isDraft(item)) this.#followRecipients(item);
    if (!item) this.#readSeveral();
  }

  /** Emits the results of an asynchronous read until another read starts. */
  #readLater(read: SelectionReader, previous?: Selection): void {
    const readNumber = ++this.#readNumber;
    const emit = (next: Selection): void => {
      if (readNumber === this.#readNumber) this.#emit(next);
    };
    // Without a response of the host, what has been emitted stays.
    void read(emit, previous).catch(() => undefined);
  }

  #followRecipients(draft: object): void {
    if (this.#followedDrafts.has(draft)) return;
    this.#followedDrafts.add(draft);
    addOfficeHandler(draft, this.#eventType.RecipientsChanged, () => {
      // The initial selection has no people: only the read is emitted.
      const { readDraft } = readSelection(this.#context.mailbox.item);
      if (readDraft) this.#readLater(readDraft, this.selection.value);
    });
  }

  #readSeveral(): void {
    this.#readLater(async (emit) => {
      const readNumber = this.#readNumber;
      const ids = await readSelectedIds(this.#context);
      if (ids !== null && ids.length > 1) {
        this.#severalIds = ids.join();
        emit({ kind: 'several', count: ids.length, senders: null });
        if (readNumber === this.#readNumber) this.#readSendersOf(ids, readNumber);
        return;
      }
      const { initial, readDraft } = readSelection(this.#context.mailbox.item);
      if (readDraft) await readDraft(emit);
      else emit(initial);
    });
  }

  #readSendersOf(ids: readonly string[], readNumber: number): void {
    const read = async (): Promise<void> => {
      if (readNumber !== this.#readNumber) return;
      for await (const senders of readSenders(this.#context, ids)) {
        if (readNumber !== this.#readNumber) return;
        this.#emit({ kind: 'several', count: ids.length, senders });
      }
    };
    // After a message that cannot be unloaded, the senders emitted so far stay.
    this.#sendersRead = this.#sendersRead.then(read).catch(() => undefined);
  }

  #readChangedItem(): void {
    if (document.visibilityState !== 'visible') return;
    if (this.#itemKey !== itemKey(this.#context.mailbox.item)) this.#readItem();
  }

  /** Reads messages that were selected between the first read and the registration of the handlers. */
  async #readMissedSelection(): Promise<void> {
    const ids = (await readSelectedIds(this.#context)) ?? [];
    if (ids.length > 1 && ids.join() !== this.#severalIds) this.#readSeveral();
  }
}

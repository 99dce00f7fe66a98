import { observable, type Observable } from '../base';
import { addOfficeHandler } from './addOfficeHandler';
import type { SelectionReader } from './draftPeople';
import { ItemComparison } from './itemComparison';
import type { Mailbox, Selection } from './mailbox';
import { eventOf, itemOf, mailboxOf } from './officeHost';
import { isDraft, itemKey, readSelection } from './readSelection';
import { readSelectedMessages, readSenders, type SelectedMessage } from './selectedMessages';

/** How often a visible pane compares the item and the selected ids: hosts do not report every change. Milliseconds. */
const pollInterval = 1_500;

/** How often a visible pane reads the people of a draft: hosts do not report every change of them. Milliseconds. */
const draftInterval = 4_000;

/** ItemChanged may come this much before or after the selection is reported. Milliseconds. */
const itemDelay = 500;

/**
 * Follows what is selected in Outlook: by its events, and by comparing the item and the ids of the selected messages when
 * the pane gets the focus or becomes visible and every 1.5 s, because some hosts do not fire ItemChanged.
 */
export function followSelection(office: typeof Office): Pick<Mailbox, 'selection' | 'rereadSelection'> {
  const follower = new SelectionFollower(office);
  follower.start();
  return { selection: follower.selection, rereadSelection: () => follower.reread() };
}

/** The selection may be another one than the item; the item may still follow. */
interface Doubt {
  /** The host reported a change, which counts also where the ids cannot be compared. */
  isReported: boolean;
  /** The item had the time to follow. */
  isDue: boolean;
  readonly timer: ReturnType<typeof setTimeout>;
}

class SelectionFollower {
  readonly #selection = observable<Selection>({ kind: 'unknown' });
  readonly #office: typeof Office;
  readonly #comparison = new ItemComparison();
  /** Incremented with every read; results of an older number are ignored. */
  #readNumber = 0;
  /** Reads of a draft that have not ended. */
  #pendingReads = 0;
  /** Incremented with every request for the selected messages; answers to an older one are ignored. */
  #requestNumber = 0;
  #isRequesting = false;
  /** Key of the item that was read last; null before the first. */
  #itemKey: string | null = null;
  /** When the item changed, by `performance.now()`. */
  #itemChangedAt = -Infinity;
  #doubt: Doubt | null = null;
  /** The selected ids that are shown in place of the item, as `keyOf` gives them; null while the item is shown. */
  #shownIds: string | null = null;
  readonly #followedDrafts = new WeakSet<object>();
  /** The latest reading of senders: the host loads one message at a time, so the next waits for it. */
  #sendersRead = Promise.resolve();

  constructor(office: typeof Office) {
    this.#office = office;
  }

  get selection(): Observable<Selection> {
    return this.#selection;
  }

  start(): void {
    this.#readItem();
    // The selection may have changed before a registration.
    const compare = (): void => void this.#compareSelected();
    // Registered first: of a change that comes between the two, the item is known, which is enough.
    const [mailbox, office] = [mailboxOf(this.#office), this.#office];
    addOfficeHandler(mailbox, eventOf(office, 'ItemChanged'), () => this.#readItem(), compare);
    addOfficeHandler(mailbox, eventOf(office, 'SelectedItemsChanged'), () => this.#readReportedSelection(), compare);
    void this.#compareSelected();
    const rereadIfVisible = (): void => {
      if (isVisible()) this.reread();
    };
    document.addEventListener('visibilitychange', rereadIfVisible);
    globalThis.addEventListener('focus', rereadIfVisible);
    setInterval(() => {
      if (isVisible() && !this.#isRequesting) void this.#compareSelected();
    }, pollInterval);
    setInterval(() => {
      if (isVisible() && this.#pendingReads === 0) this.#rereadDraft();
    }, draftInterval);
  }

  reread(): void {
    if (!this.#readChangedItem()) this.#rereadDraft();
    void this.#compareSelected();
  }

  #emit(next: Selection): void {
    if (JSON.stringify(next) !== JSON.stringify(this.#selection.value)) this.#selection.set(next);
  }

  #readItem(): void {
    this.#readNumber++;
    this.#endDoubt();
    this.#shownIds = null;
    const item = itemOf(this.#office);
    const key = itemKey(item);
    if (this.#itemKey !== null && this.#itemKey !== key) this.#itemChangedAt = performance.now();
    this.#itemKey = key;
    const { initial, readDraft } = readSelection(item);
    // Several messages have no item: they stay until their ids have been read.
    if (item || this.#selection.value.kind !== 'several') this.#emit(initial);
    if (readDraft) this.#readLater(readDraft);
    if (item && isDraft(item)) this.#followRecipients(item);
    if (!item) void this.#compareSelected();
  }

  /** Whether the item changed without an event; it is read then. */
  #readChangedItem(): boolean {
    if (this.#itemKey === itemKey(itemOf(this.#office))) return false;
    this.#readItem();
    return true;
  }

  /** Emits the results of an asynchronous read until another read starts. */
  #readLater(read: SelectionReader, previous?: Selection): void {
    const readNumber = ++this.#readNumber;
    const emit = (next: Selection): void => {
      if (readNumber === this.#readNumber) this.#emit(next);
    };
    this.#pendingReads++;
    void read(emit, previous)
      // Without a response of the host, what has been emitted stays.
      .catch(() => undefined)
      .finally(() => this.#pendingReads--);
  }

  #followRecipients(draft: object): void {
    if (this.#followedDrafts.has(draft)) return;
    this.#followedDrafts.add(draft);
    addOfficeHandler(draft, eventOf(this.#office, 'RecipientsChanged'), () => this.#rereadDraft());
  }

  #rereadDraft(): void {
    if (this.#shownIds !== null) return;
    // The initial selection has no people: only the read is emitted.
    const { readDraft } = readSelection(itemOf(this.#office));
    if (readDraft) this.#readLater(readDraft, this.#selection.value);
  }

  #readReportedSelection(): void {
    // Otherwise the report is of the item that has just changed.
    if (performance.now() - this.#itemChangedAt > itemDelay) this.#startDoubt(true);
    void this.#compareSelected();
  }

  /** Requests the selected messages, and shows them where they are not the item. */
  async #compareSelected(): Promise<void> {
    const requestNumber = ++this.#requestNumber;
    this.#isRequesting = true;
    const selected = await readSelectedMessages(mailboxOf(this.#office));
    if (requestNumber !== this.#requestNumber) return;
    this.#isRequesting = false;
    if (!this.#readChangedItem()) this.#showSelected(selected);
  }

  #showSelected(selected: readonly SelectedMessage[] | null): void {
    const item = itemOf(this.#office);
    const verdict = item ? (selected ? this.#comparison.compare(item, selected) : 'unknown') : 'notSelected';
    if (verdict === 'selected') {
      this.#endDoubt();
      if (this.#shownIds !== null) this.#readItem();
      return;
    }
    // Without ids, what is shown counts until the host reports a change.
    const isNewsMissing = verdict === 'unknown' || (selected === null && this.#shownIds !== null);
    if (isNewsMissing && !this.#doubt?.isReported) {
      this.#endDoubt();
      return;
    }
    const isItemLate = selected?.length === 1 || (item && (selected?.length ?? 0) === 0);
    if (this.#shownIds === keyOf(selected)) this.#endDoubt();
    else if (isItemLate && !this.#doubt?.isDue) this.#startDoubt(false);
    else this.#show(selected);
  }

  /** Shows the selection in place of the item. */
  #show(selected: readonly SelectedMessage[] | null): void {
    this.#endDoubt();
    this.#shownIds = keyOf(selected);
    const readNumber = ++this.#readNumber;
    if (selected === null) this.#emit({ kind: itemOf(this.#office) ? 'notFollowed' : 'unknown' });
    else if (selected.length === 0) this.#emit({ kind: 'nothing' });
    else if (selected.length === 1) this.#emit({ kind: 'notFollowed' });
    else {
      this.#emit({ kind: 'several', count: selected.length, senders: null });
      this.#readSendersOf(
        selected.map(({ id }) => id),
        readNumber,
      );
    }
  }

  #readSendersOf(ids: readonly string[], readNumber: number): void {
    const read = async (): Promise<void> => {
      if (readNumber !== this.#readNumber) return;
      for await (const senders of readSenders(mailboxOf(this.#office), ids)) {
        if (readNumber !== this.#readNumber) return;
        this.#emit({ kind: 'several', count: ids.length, senders });
      }
    };
    // After a message that cannot be unloaded, the senders emitted so far stay.
    this.#sendersRead = this.#sendersRead.then(read).catch(() => undefined);
  }

  /** Compares once more after the item had the time to follow. */
  #startDoubt(isReported: boolean): void {
    if (this.#doubt) {
      this.#doubt.isReported ||= isReported;
      return;
    }
    const timer = setTimeout(() => {
      if (this.#doubt) this.#doubt.isDue = true;
      void this.#compareSelected();
    }, itemDelay);
    this.#doubt = { isReported, isDue: false, timer };
  }

  #endDoubt(): void {
    clearTimeout(this.#doubt?.timer);
    this.#doubt = null;
  }
}

function isVisible(): boolean {
  return document.visibilityState === 'visible';
}

/** A text that differs between two selections; of what the host does not give, always the same. */
function keyOf(selected: readonly SelectedMessage[] | null): string {
  return selected === null ? 'unknown' : `ids: ${selected.map(({ id }) => id).join()}`;
}

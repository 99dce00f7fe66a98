import { idOf, isDraft, itemKey } from './readSelection';
import type { SelectedMessage } from './selectedMessages';

type Item = NonNullable<Office.Mailbox['item']>;

/** Whether the item is what is selected; `unknown` where the ids cannot be compared. */
export type Verdict = 'selected' | 'notSelected' | 'unknown';

/**
 * Compares the item that the host gives with the selected messages. The ids count only after they named an item once: never
 * in a window that shows a message by itself, nor in hosts that give the same message two ids.
 */
export class ItemComparison {
  #areIdsComparable = false;
  #last: { readonly itemKey: string; readonly ids: string; readonly verdict: Verdict } | null = null;
  /** Drafts have no id of their own: the id of the draft that was selected when they were compared first. */
  readonly #draftIds = new WeakMap<object, string>();

  compare(item: Item, selected: readonly SelectedMessage[]): Verdict {
    const ids = selected.map(({ id }) => id).join();
    const verdict = this.#compareIds(item, selected, ids);
    this.#last = { itemKey: itemKey(item), ids, verdict };
    return verdict;
  }

  #compareIds(item: Item, selected: readonly SelectedMessage[], ids: string): Verdict {
    const id = this.#idOf(item, selected);
    if (!id) return 'unknown';
    if (selected.some((one) => one.id === id)) this.#areIdsComparable = true;
    if (ids === id) return 'selected';
    if (!this.#areIdsComparable) return 'unknown';
    if (this.#last?.ids !== ids) return 'notSelected';
    // Another message of the selected conversation was opened.
    if (this.#last.itemKey !== itemKey(item)) return 'selected';
    return this.#last.verdict;
  }

  #idOf(item: Item, selected: readonly SelectedMessage[]): string | undefined {
    if (!isDraft(item)) return idOf(item);
    const [first] = selected;
    if (!this.#draftIds.has(item) && selected.length === 1 && first?.isDraft) this.#draftIds.set(item, first.id);
    return this.#draftIds.get(item);
  }
}

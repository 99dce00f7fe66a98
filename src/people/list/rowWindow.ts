import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { observable, type Observable } from '../../base';
import { rowHeight } from './heights';

/** Rows that are drawn above and below the window, so that scrolling shows no gaps. */
const overscan = 6;

/** What of a long list is drawn, in a page that scrolls as a whole. */
export interface RowsInWindow {
  /** The rows to draw, in order. */
  readonly rows: readonly number[];
  /** The first and last of them in the window; null where none is. */
  readonly visible: readonly [first: number, last: number] | null;
}

/** Watches the window, and chooses the rows of a list that are drawn. */
export class RowWindow {
  readonly shown: Observable<RowsInWindow>;
  readonly #shown = observable<RowsInWindow>({ rows: [], visible: null });
  readonly #virtualizer: Virtualizer<Window, Element>;
  readonly #options: VirtualizerOptions<Window, Element>;
  #kept: number | null = null;

  constructor() {
    this.shown = this.#shown;
    this.#options = {
      count: 0,
      overscan,
      estimateSize: () => rowHeight,
      getScrollElement: () => window,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      scrollToFn: windowScroll,
      initialOffset: () => window.scrollY,
      rangeExtractor: (range) => {
        const rows = defaultRangeExtractor(range);
        const kept = this.#kept;
        // The row that has the focus stays, wherever the window is.
        if (kept === null || kept >= range.count || rows.includes(kept)) return rows;
        return [...rows, kept].sort((one, other) => one - other);
      },
      onChange: () => this.#update(),
    };
    this.#virtualizer = new Virtualizer(this.#options);
  }

  /** Starts to watch the window; returns a function that ends it. */
  start(): () => void {
    const stop = this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
    return stop;
  }

  /**
   * `count`: rows of the list. `top`: where its first row is on the page, `covered`: what a sticky heading covers of the
   * window, both in CSS pixels. `kept`: a row that is always drawn.
   */
  set({ count, top, covered, kept }: { count: number; top: number; covered: number; kept: number | null }): void {
    this.#kept = kept;
    this.#virtualizer.setOptions({ ...this.#options, count, scrollMargin: top, scrollPaddingStart: covered });
    this.#virtualizer._willUpdate();
    this.#update();
  }

  /** Scrolls so far that a row is in sight. */
  show(row: number): void {
    this.#virtualizer.scrollToIndex(row, { align: 'auto' });
  }

  #update(): void {
    const range = this.#virtualizer.calculateRange();
    const rows = this.#virtualizer.getVirtualIndexes();
    const next: RowsInWindow = { rows, visible: range && [range.startIndex, range.endIndex] };
    // The grid sets its layout after each drawing: an equal window draws nothing.
    if (JSON.stringify(next) !== JSON.stringify(this.#shown.value)) this.#shown.set(next);
  }
}

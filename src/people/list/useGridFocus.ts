import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { cellAfterKey, type GridCell, type GridSize } from './gridKeys';

/** The one cell of the grid that is in the tab order, and its handlers. */
export interface GridFocus {
  readonly cell: GridCell;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

/**
 * Moves the focus over the cells of a grid. `show`: scrolls a row of people, counted from 0, into sight. Rows have their
 * place in `aria-rowindex`, cells that take the focus the attribute `data-cell`.
 */
export function useGridFocus(
  grid: RefObject<HTMLDivElement | null>,
  size: GridSize,
  show: (row: number) => void,
): GridFocus {
  const [asked, setAsked] = useState<GridCell>({ row: 1, column: 1 });
  /** Where a key leads to, until that cell is drawn. */
  const aim = useRef<GridCell>(null);
  const cell = { row: Math.min(asked.row, size.rows - 1), column: Math.min(asked.column, size.columns - 1) };
  useLayoutEffect(() => {
    if (!aim.current) return;
    const target = cellsOf(grid.current, aim.current.row)[aim.current.column];
    // A row that has just come into sight is drawn later.
    if (!target) return;
    aim.current = null;
    target.focus({ preventScroll: true });
  });
  return {
    cell,
    onKeyDown(event) {
      const next = cellAfterKey(cell, event, size);
      if (!next) return;
      event.preventDefault();
      aim.current = next;
      setAsked(next);
      if (next.row > 0) show(next.row - 1);
    },
    onFocus({ target }) {
      if (!(target instanceof HTMLElement)) return;
      const row = Number(target.closest('[role="row"]')?.getAttribute('aria-rowindex') ?? 0) - 1;
      const column = cellsOf(grid.current, row).indexOf(target);
      if (row >= 0 && column >= 0) setAsked({ row, column });
    },
  };
}

function cellsOf(grid: HTMLElement | null, row: number): readonly HTMLElement[] {
  return [...(grid?.querySelectorAll<HTMLElement>(`[aria-rowindex="${row + 1}"] [data-cell]`) ?? [])];
}

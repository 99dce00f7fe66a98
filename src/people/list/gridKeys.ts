/** A cell of the grid: `row` 0 is the row of headings. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
}

/** The size of the grid: rows with the headings, columns, and rows that the window shows. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** The cell that a key leads to; null for any other key (WAI-ARIA Authoring Practices, grid). */
export function cellAfterKey({ row, column }: GridCell, { key, ctrlKey }: Key, size: GridSize): GridCell | null {
  const at = (toRow: number, toColumn: number): GridCell => ({
    row: Math.min(size.rows - 1, Math.max(0, toRow)),
    column: Math.min(size.columns - 1, Math.max(0, toColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'PageUp':
      return at(row - size.page, column);
    case 'PageDown':
      return at(row + size.page, column);
    case 'Home':
      return ctrlKey ? at(0, 0) : at(row, 0);
    case 'End':
      return ctrlKey ? at(size.rows - 1, size.columns - 1) : at(row, size.columns - 1);
    default:
      return null;
  }
}

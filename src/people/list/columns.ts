import type { SortKey } from './view';

/** A column of the list; the first one selects. */
export type Column = 'select' | SortKey;

/** A narrow page has the address below the name. */
export function columnsOf(isNarrow: boolean): readonly Column[] {
  return isNarrow ? ['select', 'name', 'state'] : ['select', 'name', 'address', 'kind', 'state'];
}

/** Widths of the columns, as CSS. */
export function columnWidths(isNarrow: boolean): string {
  return isNarrow ? '40px minmax(0, 1fr) min(140px, 34%)' : '40px minmax(0, 3fr) minmax(0, 3fr) minmax(0, 2fr) 170px';
}

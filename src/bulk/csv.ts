import { unparse } from 'papaparse';

/** One column of an exported list. */
export interface CsvColumn<Row> {
  readonly title: string;
  readonly value: (row: Row) => string | number | null;
}

/**
 * What Excel and its relatives take for a formula, also in the wide forms of East Asian keyboards. With apostrophes before
 * it too, so that every cell can be read back.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Excel assumes the encoding of the system without it. */
const byteOrderMark = '\uFEFF';

/**
 * A list as a file that Excel opens as a table: UTF-8 with a byte order mark, lines ended by CRLF, formulas as text.
 * `locale` decides the delimiter: Excel expects a semicolon where the comma divides decimals.
 */
export function csvFile<Row>(columns: readonly CsvColumn<Row>[], rows: Iterable<Row>, locale: string): Blob {
  const titles = columns.map(({ title }) => title);
  const cells = Array.from(rows, (row) => columns.map(({ value }) => value(row) ?? ''));
  const text = unparse([titles, ...cells], {
    newline: '\r\n',
    escapeFormulae: formula,
    delimiter: delimiterOf(locale),
  });
  return new Blob([byteOrderMark, text, '\r\n'], { type: 'text/csv;charset=utf-8' });
}

/** The cell that `csvFile` was given: without the apostrophe before what looks like a formula. */
export function withoutDefusing(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function delimiterOf(locale: string): ',' | ';' {
  const decimal = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal');
  return decimal?.value === ',' ? ';' : ',';
}

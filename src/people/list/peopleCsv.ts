import { unparse } from 'papaparse';
import type { DirectoryPerson, PhotoState } from '../../directory';
import type { PageTexts } from '../texts';
import { shownState } from './view';

/** A person of the exported list. */
export interface CsvPerson {
  readonly person: DirectoryPerson;
  readonly state: PhotoState | undefined;
}

/** Without it Excel reads the file in the machine's old code page. */
const byteOrderMark = '\u{FEFF}';

/**
 * The list as CSV that Excel opens rightly by a double click: UTF-8 with its mark, and the separator of the region. A text
 * that Excel would run as a formula has an apostrophe in front.
 */
export function peopleCsv(people: readonly CsvPerson[], texts: PageTexts, locale: string): string {
  const columns = ['name', 'address', 'login', 'kind', 'state', 'width', 'height'] as const;
  const rows = people.map(({ person, state }) => {
    const size = state && 'width' in state ? [state.width, state.height] : ['', ''];
    const words = [texts(`kind.${person.kind}`), texts(`state.${shownState(state)}`)];
    return [person.name, person.address, person.login, ...words, ...size];
  });
  const fields = columns.map((column) => texts(`export.${column}`));
  const options = { delimiter: listSeparator(locale), escapeFormulae: true, newline: '\r\n' };
  return byteOrderMark + unparse({ fields, data: rows }, options);
}

/** Windows separates lists by a semicolon where a comma separates decimals. */
function listSeparator(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ',';
}

/** Saves a text as a file. */
export function saveText(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

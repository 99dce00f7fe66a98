import { parse } from 'papaparse';
import { isMailAddress } from '../base';
import { withoutDefusing } from './csv';

/** A row of a list that says whose photo a file is. */
export interface ListRow {
  /** The first is 1. */
  readonly line: number;
  readonly file: string;
  /** An address, a login name, a number of an employee, or a name. */
  readonly person: string;
}

/** Why a file is no such list. `noFiles`: no column has names of pictures; `noPeople`: no other column names people. */
export type ListRefusal = 'empty' | 'noFiles' | 'noPeople';

/** The rows of a list that have both a file and a person, or why there are none. */
export type PhotoList =
  | { readonly kind: 'list'; readonly rows: readonly ListRow[] }
  | { readonly kind: 'refused'; readonly reason: ListRefusal };

/** Usual titles of the column of files, without case and separators. */
const fileTitle =
  /^(file|files?name|filepath|path|photo|photofile|photopath|picture|picturepath|image|imagefile|datei|dateiname|bild|foto|fotodatei|pfad|fichier|archivo)$/;

/** Usual titles of the column of people, the best first: where several are there, the first one counts. */
const personTitles = [
  /^(userprincipalname|upn|login|loginname|username|user|signinname|anmeldename|benutzername|benutzer|identity)$/,
  /^(e?mail|e?mailaddress|primarysmtpaddress|windowsemailaddress|address|adresse|e?mailadresse|correo|courriel)$/,
  /^(employeeid|employeenumber|personalnummer|mitarbeiternummer|staffid|id)$/,
  /^(displayname|fullname|name|anzeigename|person|employee|mitarbeiter)$/,
];

const pictureName = /\.(jpe?g|jpe|jfif|png|gif|webp|avif|heic|heif|tiff?|bmp)$/i;

/** Reads a list of any delimiter, order and encoding, with titles or without. */
export async function readPhotoList(file: Blob): Promise<PhotoList> {
  const { data } = parse<string[]>(decode(await file.arrayBuffer()), { delimiter: '', skipEmptyLines: false });
  const cells = data.map((row) => row.map((cell) => withoutDefusing(cell.trim())));
  const [first, ...others] = cells;
  if (!first || cells.every((row) => row.every((cell) => cell === ''))) return { kind: 'refused', reason: 'empty' };
  const byTitle = columnsByTitle(first);
  const columns = byTitle ?? columnsByContent(cells);
  if (typeof columns === 'string') return { kind: 'refused', reason: columns };
  const rows = (byTitle ? others : cells).map((row, index) => ({
    line: index + (byTitle ? 2 : 1),
    file: row[columns.file] ?? '',
    person: row[columns.person] ?? '',
  }));
  return { kind: 'list', rows: rows.filter(({ file: name, person }) => name !== '' && person !== '') };
}

interface Columns {
  readonly file: number;
  readonly person: number;
}

/** Null where the first row has no titles. */
function columnsByTitle(row: readonly string[]): Columns | null {
  const titles = row.map((cell) => cell.toLowerCase().replace(/[^\p{L}]/gu, ''));
  const file = titles.findIndex((title) => fileTitle.test(title));
  const people = personTitles.map((title) => titles.findIndex((one, index) => index !== file && title.test(one)));
  const person = people.find((index) => index >= 0);
  return file < 0 || person === undefined ? null : { file, person };
}

/** The columns by what most of their cells are. A first row of unknown titles is a row that names no file. */
function columnsByContent(rows: readonly (readonly string[])[]): Columns | ListRefusal {
  const count = Math.max(...rows.map((row) => row.length));
  const most = (isRight: (cell: string) => boolean, except: number): number => {
    const counts = Array.from({ length: count }, (_none, index) =>
      index === except ? 0 : rows.filter((row) => isRight(row[index] ?? '')).length,
    );
    const highest = Math.max(...counts);
    return highest === 0 ? -1 : counts.indexOf(highest);
  };
  const file = most((cell) => pictureName.test(cell), -1);
  if (file < 0) return 'noFiles';
  const addresses = most(isMailAddress, file);
  const person = addresses < 0 ? most((cell) => cell !== '', file) : addresses;
  return person < 0 ? 'noPeople' : { file, person };
}

/** The text of a file in UTF-8 or UTF-16; else in the encoding of Excel's older lists. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = new TextDecoder().decode(bytes);
  return text.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text;
}

import { stemOf } from './fileReadings';
import { groupBy } from './groupBy';
import type { MatchCandidate } from './match';
import type { PeopleIndex } from './peopleIndex';
import type { ListRow } from './photoList';

/**
 * Why a row of the list decides nothing: no file, or several, of this name; no person, or several, for what stands there.
 */
export interface ListProblem {
  readonly kind: 'unknownFile' | 'severalFiles' | 'unknownPerson' | 'severalPeople';
  readonly row: ListRow;
}

/** Whose photo the listed files are: no one where the row names no known person, several where it is not unique. */
export interface ListedFiles {
  readonly found: ReadonlyMap<string, readonly MatchCandidate[]>;
  readonly problems: readonly ListProblem[];
}

/** Looks up the files and people of a list. Two rows of one file that name different people make it ambiguous. */
export function* lookUpList(
  rows: readonly ListRow[],
  paths: readonly string[],
  people: PeopleIndex,
): Generator<void, ListedFiles> {
  if (rows.length === 0) return { found: new Map(), problems: [] };
  const filesOf = finderOf(paths);
  const found = new Map<string, readonly MatchCandidate[]>();
  const problems: ListProblem[] = [];
  for (const row of rows) {
    yield;
    const [path, ...others] = filesOf(row.file);
    const problem = (kind: ListProblem['kind']): unknown => problems.push({ kind, row });
    if (path === undefined) problem('unknownFile');
    else if (others.length > 0) problem('severalFiles');
    else {
      const candidates = peopleIn(row, people);
      if (candidates.length === 0) problem('unknownPerson');
      if (candidates.length > 1) problem('severalPeople');
      found.set(path, together(found.get(path) ?? [], candidates));
    }
  }
  return { found, problems };
}

function peopleIn({ line, person: text }: ListRow, people: PeopleIndex): readonly MatchCandidate[] {
  const candidates = people.candidatesOf({ names: [text], numbers: [text] });
  return candidates.map(({ person }) => ({ person, reason: { kind: 'list', line, text } }));
}

function together(some: readonly MatchCandidate[], more: readonly MatchCandidate[]): readonly MatchCandidate[] {
  const known = new Set(some.map(({ person }) => person.id));
  return [...some, ...more.filter(({ person }) => !known.has(person.id))];
}

/** The files that a cell may mean: by their path, else by their name, else by their name without its ending. */
function finderOf(paths: readonly string[]): (cell: string) => readonly string[] {
  const forms = [comparable, nameIn, (path: string) => comparable(stemOf(path))];
  const [byPath, byName, byStem] = forms.map((form) => groupBy(paths, form));
  return (cell) => byPath?.get(comparable(cell)) ?? byName?.get(nameIn(cell)) ?? byStem?.get(comparable(cell)) ?? [];
}

function nameIn(path: string): string {
  return comparable(path).split('/').at(-1) ?? '';
}

function comparable(path: string): string {
  return path
    .trim()
    .replaceAll('\\', '/')
    .replace(/^\.?\//, '')
    .normalize('NFC')
    .toLowerCase();
}

import { readFileSync } from 'node:fs';
import { matchFiles, type FileMatch } from './matching';
import { PeopleIndex, type MatchRule } from './peopleIndex';

const document = readFileSync('docs/matching.md', 'utf8');
const [, afterPeople = ''] = document.split('## The people');
const [peopleTable = '', fileTable = ''] = afterPeople.split('## The files');

/** The cells of a table's rows, without its titles. */
const cellsOf = (table: string): readonly (readonly string[])[] =>
  [...table.matchAll(/^\|(.+)\|$/gm)].slice(2).map(([, row = '']) => row.split('|').map((cell) => cell.trim()));

const people = cellsOf(peopleTable).map(([displayName = '', mail = '', login = '', aliases = '', employeeId = '']) => ({
  id: mail,
  displayName,
  mail,
  userPrincipalName: login || mail,
  aliases: aliases.split(' ').filter((alias) => alias !== ''),
  employeeId: employeeId || null,
}));

const files = cellsOf(fileTable).map(([file = '', whose = '', matchedBy = '']) => ({
  // Spaces at the start of a name count.
  path: file.slice(1, -1),
  whose,
  matchedBy,
}));

const words: Readonly<Record<MatchRule, string>> = {
  address: 'address',
  login: 'login name',
  alias: 'alias',
  employeeId: 'employee id',
  localPart: 'local part',
  displayName: 'display name',
};

function describeMatch(match: FileMatch): string {
  if (match.kind === 'unmatched') return 'not matched';
  if (match.kind !== 'ambiguous') return match.reason.kind === 'list' ? 'list' : words[match.reason.kind];
  const addresses = match.candidates.map(({ person }) => person.mail);
  return `asked: ${addresses.sort().join(', ')}`;
}

// Each alone: together, most would be several files of one person.
let matches: readonly ((typeof files)[number] & { readonly match: FileMatch | undefined })[];

beforeAll(async () => {
  const index = await PeopleIndex.create(people);
  matches = await Promise.all(
    files.map(async (row) => ({ ...row, match: (await matchFiles([row.path], index)).files[0] })),
  );
});

test('every name of the table leads to what the table says', () => {
  const found = matches.map(({ path, match }) => [path, match && describeMatch(match)]);
  expect(found).toEqual(files.map(({ path, matchedBy }) => [path, matchedBy]));
});

test('none is matched to another person than whose it is', () => {
  const wrong = matches.filter(({ whose, match }) => match?.kind === 'matched' && match.person.mail !== whose);
  expect(wrong).toEqual([]);
});

test('the person is among those that are asked about', () => {
  const missing = matches.filter(
    ({ whose, match }) => match?.kind === 'ambiguous' && !match.candidates.some(({ person }) => person.mail === whose),
  );
  expect(missing).toEqual([]);
});

test('the page counts 200 different names', () => {
  const count = (kind: FileMatch['kind']): number => matches.filter(({ match }) => match?.kind === kind).length;
  expect(new Set(files.map(({ path }) => path)).size).toBe(200);
  expect(document).toContain(
    `**Of 200 names, ${count('matched')} are matched, ${count('ambiguous')} asked about, ` +
      `${count('unmatched')} not matched, and 0 wrong.**`,
  );
});

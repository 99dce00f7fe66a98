import { matchFiles } from './matching';
import { PeopleIndex } from './peopleIndex';
import { person } from './people.fixture';

const anna = person('Anna Schmidt', {
  employeeId: 'E10042',
  aliases: ['anna@contoso.com'],
});
const ben = person('Müller, Ben', { mail: 'ben.mueller@contoso.com', userPrincipalName: 'u0815@contoso.com' });
const other = person('Anna Schmidt', {
  id: 'other',
  mail: 'anna.schmidt2@contoso.com',
  userPrincipalName: 'as2@contoso.com',
});
let one: PeopleIndex;
let both: PeopleIndex;

beforeAll(async () => {
  one = await PeopleIndex.create([anna, ben]);
  both = await PeopleIndex.create([anna, ben, other]);
});

const row = (file: string, name: string, line = 1) => ({ line, file, person: name });

test.each([
  ['anna.schmidt@contoso.com.jpg', anna, 'address', 'anna.schmidt@contoso.com'],
  ['ANNA.SCHMIDT_contoso.com.jpg', anna, 'address', 'ANNA.SCHMIDT_contoso.com'],
  ['u0815@contoso.com_640.jpg', ben, 'login', 'u0815@contoso.com'],
  ['anna@contoso.com.jpg', anna, 'alias', 'anna@contoso.com'],
  ['e10042.jpg', anna, 'employeeId', 'e10042'],
  ['E10042 Anna Schmidt.jpg', anna, 'employeeId', 'E10042'],
  ['anna_schmidt-648x648.jpg', anna, 'localPart', 'anna_schmidt'],
  ['Ben Mueller.jpg', ben, 'localPart', 'Ben Mueller'],
  ['Müller Ben (1).jpg', ben, 'displayName', 'Müller Ben'],
])('%s is matched: %#', async (path, expected, kind, text) => {
  const [match] = (await matchFiles([path], one)).files;
  expect(match).toEqual({ kind: 'matched', path, person: expected, reason: { kind, text } });
});

test.each([
  'carla.jpg',
  'IMG_0001.jpg',
  'anna.schmidt@fabrikam.com.jpg',
  '640.jpg',
  'anna.sip@contoso.com.jpg',
  '.jpg',
  '',
])('%j is no one in the directory', async (path) => {
  expect((await matchFiles([path], both)).files).toEqual([{ kind: 'unmatched', path }]);
});

test('a name that two people have is not decided, though one of them has it as an address too', async () => {
  const [match] = (await matchFiles(['Anna Schmidt.jpg'], both)).files;
  expect(match).toMatchObject({ kind: 'ambiguous', candidates: [{ person: anna }, { person: other }] });
});

test('a whole address decides between two people of one name', async () => {
  expect((await matchFiles(['anna.schmidt@contoso.com.jpg'], both)).files).toMatchObject([
    { kind: 'matched', person: anna },
  ]);
});

test('two parts of a name that point at different people are not decided', async () => {
  expect((await matchFiles(['E10042 Ben Müller.jpg'], one)).files).toMatchObject([{ kind: 'ambiguous' }]);
});

test('two files of one person are not decided', async () => {
  const paths = ['anna.schmidt.jpg', 'ben.mueller.jpg', 'Anna Schmidt.png'];
  const all = [paths[0], paths[2]];
  expect((await matchFiles(paths, one)).files).toMatchObject([
    { kind: 'duplicate', person: anna, paths: all },
    { kind: 'matched', person: ben },
    { kind: 'duplicate', person: anna, paths: all },
  ]);
});

test('a list decides before the names of files, by path, name or name without ending', async () => {
  const paths = ['a/1.jpg', 'b/1.jpg', 'anna.schmidt.jpg', 'C.PNG'];
  const list = [
    row('A\\1.jpg', 'anna.schmidt@contoso.com'),
    row('anna.schmidt.jpg', 'ben.mueller'),
    row('c', 'as2@contoso.com'),
  ];
  expect(await matchFiles(paths, both, list)).toMatchObject({
    files: [
      { kind: 'matched', person: anna, reason: { kind: 'list', line: 1, text: 'anna.schmidt@contoso.com' } },
      { kind: 'unmatched' },
      { kind: 'matched', person: ben, reason: { kind: 'list' } },
      { kind: 'matched', person: other, reason: { kind: 'list' } },
    ],
    problems: [],
  });
});

test('a listed file stands, and another file whose name is of the same person is asked about', async () => {
  const matching = await matchFiles(['1.jpg', 'anna@contoso.com.jpg'], one, [row('1.jpg', 'E10042')]);
  expect(matching.files).toMatchObject([
    { kind: 'matched', person: anna },
    { kind: 'duplicate', person: anna, paths: ['1.jpg', 'anna@contoso.com.jpg'] },
  ]);
});

test('rows that decide nothing are reported, and their files are not matched by name', async () => {
  const paths = ['a/1.jpg', 'b/1.jpg', 'anna@contoso.com.jpg', 'ben.mueller.jpg'];
  const list = [
    row('x.jpg', 'anna@contoso.com', 1),
    row('1.jpg', 'anna@contoso.com', 2),
    row('anna@contoso.com.jpg', 'carla', 3),
    row('ben.mueller.jpg', 'Anna Schmidt', 4),
  ];
  const { files, problems } = await matchFiles(paths, both, list);
  expect(problems.map(({ kind, row: { line } }) => [line, kind])).toEqual([
    [1, 'unknownFile'],
    [2, 'severalFiles'],
    [3, 'unknownPerson'],
    [4, 'severalPeople'],
  ]);
  expect(files.map(({ kind }) => kind)).toEqual(['unmatched', 'unmatched', 'unmatched', 'ambiguous']);
});

test('two rows that give a file to two people, or two files to one person, decide nothing', async () => {
  const twoPeople = [row('1.jpg', 'anna@contoso.com'), row('1.jpg', 'ben.mueller@contoso.com', 2)];
  expect((await matchFiles(['1.jpg'], one, twoPeople)).files).toMatchObject([{ kind: 'ambiguous' }]);
  const twoFiles = [row('1.jpg', 'anna@contoso.com'), row('2.jpg', 'anna@contoso.com', 2)];
  expect((await matchFiles(['1.jpg', '2.jpg'], one, twoFiles)).files).toMatchObject([
    { kind: 'duplicate' },
    { kind: 'duplicate' },
  ]);
});

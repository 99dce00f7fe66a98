import { readPhotoList } from './photoList';

const read = (text: string | Uint8Array<ArrayBuffer>) => readPhotoList(new Blob([text]));
const rows = [
  { line: 2, file: '1.jpg', person: 'anna@contoso.com' },
  { line: 3, file: '2.jpg', person: 'ben@contoso.com' },
];
const lines = ['1.jpg,anna@contoso.com', '2.jpg,ben@contoso.com'];

test.each([
  ['file,email', ','],
  ['File Name;UserPrincipalName', ';'],
  ['Datei\tE-Mail', '\t'],
  ['"Photo"|"Login"', '|'],
])('titles %j decide the columns', async (titles, delimiter) => {
  const text = [titles, ...lines.map((line) => line.replace(',', delimiter))].join('\r\n');
  expect(await read(text)).toEqual({ kind: 'list', rows });
});

test('titles decide the columns in any order, with others between them', async () => {
  const text = 'Name,E-Mail-Adresse,Abteilung,Bild\nAnna,anna@contoso.com,HR,1.jpg\nBen,ben@contoso.com,IT,2.jpg';
  expect(await read(text)).toEqual({ kind: 'list', rows });
});

test('without titles, the cells decide the columns', async () => {
  const swapped = lines.map((line) => line.split(',').reverse().join(','));
  const expected = rows.map((row) => ({ ...row, line: row.line - 1 }));
  expect(await read(lines.join('\n'))).toEqual({ kind: 'list', rows: expected });
  expect(await read(swapped.join('\n'))).toEqual({ kind: 'list', rows: expected });
});

test('a login name comes before an address, and an address before a name', async () => {
  const text = 'displayName,mail,userPrincipalName,file\nAnna,anna@contoso.com,a1@contoso.com,1.jpg';
  expect(await read(text)).toMatchObject({ rows: [{ person: 'a1@contoso.com' }] });
});

test.each([
  ['UTF-8 with a byte order mark', new TextEncoder().encode('\uFEFFfile,name\n1.jpg,Jörg')],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, ...Buffer.from('file\tname\n1.jpg\tJörg', 'utf16le')])],
  ['the encoding of Western Windows', Uint8Array.from(Buffer.from('file,name\n1.jpg,Jörg', 'latin1'))],
])('a list in %s is read', async (_encoding, bytes) => {
  expect(await read(bytes)).toEqual({ kind: 'list', rows: [{ line: 2, file: '1.jpg', person: 'Jörg' }] });
});

test('empty rows are left out, and lines are counted with them', async () => {
  expect(await read('file,mail\n\n,\n1.jpg,anna@contoso.com\n2.jpg,\n')).toEqual({
    kind: 'list',
    rows: [{ line: 4, file: '1.jpg', person: 'anna@contoso.com' }],
  });
});

test('cells that were defused for Excel are what they were before', async () => {
  expect(await read("file,mail\n'-1.jpg,'+anna@contoso.com")).toMatchObject({
    rows: [{ file: '-1.jpg', person: '+anna@contoso.com' }],
  });
});

test.each([
  ['', 'empty'],
  ['\n,\n', 'empty'],
  ['a,b\nc,d', 'noFiles'],
  ['1.jpg\n2.jpg', 'noPeople'],
])('%j is refused: %s', async (text, reason) => {
  expect(await read(text)).toEqual({ kind: 'refused', reason });
});

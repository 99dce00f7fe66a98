import type { DirectoryPerson, PhotoState } from '../../directory';
import { createPageTexts } from '../texts';
import { peopleCsv } from './peopleCsv';

const row = (name: string, state?: PhotoState) => {
  const person: DirectoryPerson = { id: '1', name, address: 'a@contoso.com', login: 'u1@contoso.com', kind: 'guest' };
  return { person, state };
};

test('the file starts with the mark of UTF-8, and has one line for each person', () => {
  const people = [
    row('Jürgen Groß', { kind: 'photo', width: 648, height: 640 }),
    row('Ana, the "first"'),
    row('Bo', { kind: 'none' }),
  ];
  const csv = peopleCsv(people, createPageTexts('en-US'), 'en-US');
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv.slice(1).split('\r\n')).toEqual([
    'Name,Address,Login name,Kind,Photo,Width,Height',
    'Jürgen Groß,a@contoso.com,u1@contoso.com,Guest,Photo,648,640',
    '"Ana, the ""first""",a@contoso.com,u1@contoso.com,Guest,Not read yet,,',
    'Bo,a@contoso.com,u1@contoso.com,Guest,No photo,,',
  ]);
});

test('where a comma separates decimals, Excel expects semicolons', () => {
  const [heading] = peopleCsv([], createPageTexts('de-DE'), 'de-DE').slice(1).split('\r\n');
  expect(heading).toBe('Name;Adresse;Anmeldename;Art;Foto;Breite;Höhe');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("https://evil.example","x")'])(
  'a name that Excel would run as a formula has an apostrophe in front: %j',
  (name) => {
    const [, line = ''] = peopleCsv([row(name)], createPageTexts('en'), 'en').split(/(?<=Height)\r\n/);
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

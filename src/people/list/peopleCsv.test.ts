import type { DirectoryPerson, PhotoState } from '../../directory';
import { loadPageTexts } from '../texts';
import { peopleCsv } from './peopleCsv';

const row = (name: string, state?: PhotoState) => {
  const person: DirectoryPerson = { id: '1', name, address: 'a@contoso.com', login: 'u1@contoso.com', kind: 'guest' };
  return { person, state };
};

test('the file has one line for each person, and no size where there is no photo', async () => {
  const people = [
    row('Jürgen Groß', { kind: 'photo', width: 648, height: 640 }),
    row('=1+1'),
    row('Bo', { kind: 'none' }),
  ];
  const csv = await peopleCsv(people, await loadPageTexts('en-US'), 'en-US').text();
  expect(csv.split('\r\n')).toEqual([
    'Name,Address,Login name,Kind,Photo,Width,Height',
    'Jürgen Groß,a@contoso.com,u1@contoso.com,Guest,Photo,648,640',
    `"'=1+1",a@contoso.com,u1@contoso.com,Guest,Not read yet,,`,
    'Bo,a@contoso.com,u1@contoso.com,Guest,No photo,,',
    '',
  ]);
});

test('the headings are in the language of the page, separated as Excel expects it there', async () => {
  const csv = await peopleCsv([], await loadPageTexts('de-DE'), 'de-DE').text();
  expect(csv).toBe('Name;Adresse;Anmeldename;Art;Foto;Breite;Höhe\r\n');
});

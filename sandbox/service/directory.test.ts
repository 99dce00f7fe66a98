import { contactId, contacts } from './contacts';
import { findAccount, findInDirectory, findMailbox, loginOf, objectId, photoOwner, proxyAddresses } from './directory';
import { people } from './people';

const nameOf = (one: { readonly name: string } | undefined): string | null => one?.name ?? null;

test('login names, object ids and photo files are unique', () => {
  const owners = people.map((one) => photoOwner(one).id);
  const all = [...owners, ...contacts.map(contactId)];
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(people.map((one) => loginOf(one).toLowerCase())).size).toBe(people.length);
});

test.each([
  ['u104711@contoso.com', 'Ivy Bell', 'Ivy Bell'],
  ['U104711@CONTOSO.com', 'Ivy Bell', 'Ivy Bell'],
  ['ivy.bell@contoso.com', null, 'Ivy Bell'],
  ['ivy.miller@contoso.com', null, 'Ivy Bell'],
  ['gil@partner.com', null, 'Gil Partner'],
  ['gil_partner.com#EXT#@contoso.onmicrosoft.com', 'Gil Partner', 'Gil Partner'],
  ['helpdesk@contoso.com', null, 'Info Desk'],
  ['info@contoso.com', 'Info Desk', 'Info Desk'],
  ['orion@contoso.com', null, null],
  ['olivia@elsewhere.example', null, null],
])('%s is %s to Graph and %s to Outlook REST', (key, inGraph, inOutlook) => {
  expect([nameOf(findInDirectory(key)), nameOf(findMailbox(key))]).toEqual([inGraph, inOutlook]);
});

test('an object id is found, also with the tenant behind it', () => {
  const [adele] = people;
  if (!adele) throw new Error('There are no people.');
  const id = objectId(adele);
  expect(nameOf(findInDirectory(id.toUpperCase()))).toBe('Adele Vance');
  expect(nameOf(findInDirectory(`${id}@1717622f-1d94-4d04-9d74-f907ad6677b4`))).toBe('Adele Vance');
});

test('an account is found by login name and by mail address, a person who cannot sign in is not', () => {
  expect(nameOf(findAccount('u104711@contoso.com'))).toBe('Ivy Bell');
  expect(nameOf(findAccount('ivy.bell@contoso.com'))).toBe('Ivy Bell');
  expect(findAccount('info@contoso.com')).toBeUndefined();
});

test('the primary address of a shadow account is its login name', () => {
  const twins = people.filter(({ address }) => address === 'tom.twin@contoso.com');
  expect(twins.map((one) => proxyAddresses(one)[0])).toEqual([
    'SMTP:tom.twin@contoso.com',
    'SMTP:tom@legacy.contoso.com',
  ]);
});

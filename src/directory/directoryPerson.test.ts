import { parsePerson } from './directoryPerson';

const login = 'gil_partner.com#EXT#@contoso.onmicrosoft.com';

test.each([
  [{ userPrincipalName: 'ivy@contoso.com', userType: 'Member', accountEnabled: true }, 'member'],
  [{ userPrincipalName: 'ivy@contoso.com' }, 'member'],
  [{ userPrincipalName: 'ivy@contoso.com', accountEnabled: null, userType: null }, 'member'],
  [{ userPrincipalName: login }, 'guest'],
  [{ userPrincipalName: login, userType: 'Member' }, 'member'],
  [{ userPrincipalName: 'gil@contoso.com', userType: 'Guest', accountEnabled: false }, 'guest'],
  [{ userPrincipalName: 'room@contoso.com', accountEnabled: false }, 'signInOff'],
])('%j is a %s', (fields, kind) => {
  expect(parsePerson({ id: '1', ...fields })?.kind).toBe(kind);
});

test('the address is the mail address, else the login name', () => {
  const fields = { id: '1', displayName: 'Ivy', userPrincipalName: 'u1@contoso.com' };
  expect(parsePerson({ ...fields, mail: 'ivy@contoso.com' })?.address).toBe('ivy@contoso.com');
  expect(parsePerson({ ...fields, mail: null })?.address).toBe('u1@contoso.com');
});

test('aliases are the mail addresses besides the primary one and the login name', () => {
  const fields = { id: '1', displayName: 'Ivy', mail: 'ivy@contoso.com', userPrincipalName: 'u1@contoso.com' };
  const proxyAddresses = ['SMTP:Ivy@contoso.com', 'smtp:u1@contoso.com', 'smtp:bell@contoso.com', 'SIP:s@x.example', 7];
  expect(parsePerson({ ...fields, proxyAddresses, employeeId: 'E17' })).toMatchObject({
    aliases: ['bell@contoso.com'],
    employeeId: 'E17',
  });
});

test.each([[{}], [{ proxyAddresses: null, employeeId: null }], [{ proxyAddresses: 'x', employeeId: 17 }]])(
  '%j adds neither aliases nor an employee id',
  (more) => {
    const keys = Object.keys(parsePerson({ id: '1', ...more }) ?? {});
    expect(keys).toEqual(['id', 'name', 'address', 'login', 'kind']);
  },
);

test('a group has its address, its aliases and no login name', () => {
  const fields = {
    id: '1',
    displayName: 'Orion',
    mail: 'orion@contoso.com',
    proxyAddresses: ['smtp:team@contoso.com'],
  };
  expect(parsePerson(fields, true)).toEqual({
    id: '1',
    name: 'Orion',
    address: 'orion@contoso.com',
    login: '',
    kind: 'group',
    aliases: ['team@contoso.com'],
  });
});

test.each([[null], ['a'], [7], [[]], [{}], [{ id: '' }], [{ id: 1 }]])('%j is no entry', (json) => {
  expect(parsePerson(json)).toBeNull();
});

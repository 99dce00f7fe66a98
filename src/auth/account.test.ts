import { accountOf, isOwner } from './account';

const claims = { preferred_username: 'adele@contoso.com', verified_primary_email: ['Adele.Vance@contoso.com'], upn: 7 };
const account = accountOf({ username: 'adele@contoso.com', tenantId: 't', localAccountId: 'o', idTokenClaims: claims });

test('an account has every address of its id token, each once', () => {
  expect(account.addresses).toEqual(['adele@contoso.com', 'Adele.Vance@contoso.com']);
});

test.each([
  ['the same ids, another address', { address: 'alias@contoso.com', tenantId: 'T', objectId: 'O' }, true],
  ['another object id, the same address', { address: 'adele@contoso.com', tenantId: 't', objectId: 'x' }, false],
  ['another tenant', { address: 'adele@contoso.com', tenantId: 'x', objectId: 'o' }, false],
  ['no ids, the same address', { address: 'ADELE@contoso.com', tenantId: null, objectId: null }, true],
  ['no ids, a verified address', { address: 'adele.vance@contoso.com', tenantId: null, objectId: null }, true],
  ['no ids, another address', { address: 'nina@fabrikam.com', tenantId: null, objectId: null }, false],
])('%s: whether the account owns the mailbox (%#)', (_name, owner, expected) => {
  expect(isOwner(account, owner)).toBe(expected);
});

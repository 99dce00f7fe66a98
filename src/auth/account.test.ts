import { accountOf, canServe } from './account';

const claims = { preferred_username: 'adele@contoso.com', verified_primary_email: ['Adele.Vance@contoso.com'], upn: 7 };
const account = accountOf({ username: 'adele@contoso.com', tenantId: 't', localAccountId: 'o', idTokenClaims: claims });

test('an account has every address of its id token, each once', () => {
  expect(account.addresses).toEqual(['adele@contoso.com', 'Adele.Vance@contoso.com']);
});

test.each([
  ['the same tenant, an alias', { address: 'alias@contoso.com', tenantId: 'T', objectId: 'O' }, true],
  ['the same tenant, a shared mailbox', { address: 'info@contoso.com', tenantId: 't', objectId: 'o' }, true],
  ['another tenant, the same address', { address: 'adele@contoso.com', tenantId: 'x', objectId: 'o' }, false],
  ['no ids, the same address', { address: 'ADELE@contoso.com', tenantId: null, objectId: null }, true],
  ['no ids, a shared mailbox of the domain', { address: 'info@contoso.com', tenantId: null, objectId: null }, true],
  ['no ids, another domain', { address: 'nina@fabrikam.com', tenantId: null, objectId: null }, false],
])('%s: whether the account can serve the mailbox (%#)', (_name, owner, expected) => {
  expect(canServe(account, owner)).toBe(expected);
});

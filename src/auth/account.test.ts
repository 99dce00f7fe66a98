import { accountOf, isOwner } from './account';
import { consentUrl } from './consentUrl';

const claims = { preferred_username: 'adele@contoso.com', verified_primary_email: ['Adele.Vance@contoso.com'], upn: 7 };
const account = accountOf({ username: 'adele@contoso.com', tenantId: 't', localAccountId: 'o', idTokenClaims: claims });

test('an account knows every address its token tells, each once', () => {
  expect(account.addresses).toEqual(['adele@contoso.com', 'Adele.Vance@contoso.com']);
});

test.each([
  ['the same ids, another address', { address: 'alias@contoso.com', tenantId: 'T', objectId: 'O' }, true],
  ['another object id, the same address', { address: 'adele@contoso.com', tenantId: 't', objectId: 'x' }, false],
  ['another tenant', { address: 'adele@contoso.com', tenantId: 'x', objectId: 'o' }, false],
  ['no ids, the same address', { address: 'ADELE@contoso.com', tenantId: null, objectId: null }, true],
  ['no ids, a verified address', { address: 'adele.vance@contoso.com', tenantId: null, objectId: null }, true],
  ['no ids, another address', { address: 'nina@fabrikam.com', tenantId: null, objectId: null }, false],
])('%s: the mailbox is the account’s: %#', (_name, owner, expected) => {
  expect(isOwner(account, owner)).toBe(expected);
});

test('the consent page is asked of any organisation, or of the one tenant', () => {
  const app = { clientId: 'c', authority: 'https://login.example/common/' };
  const url = new URL(consentUrl(app, ['User.Read'], 'https://addin.example/signin.html'));
  expect(url.origin + url.pathname).toBe('https://login.example/organizations/v2.0/adminconsent');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'c',
    scope: 'User.Read openid profile offline_access',
    redirect_uri: 'https://addin.example/signin.html',
  });
  expect(consentUrl({ ...app, authority: 'https://login.example/tenant' }, [], 'https://a.example')).toContain(
    '/tenant/',
  );
});

import { consentUrl } from './consentUrl';

test('the consent URL is for any organization, or for the one tenant of the authority', () => {
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

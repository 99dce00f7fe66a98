import type { Owner } from './account';
import { createSignIn } from './createSignIn';
import type { Token } from './tokens';

const account = { username: 'adele@contoso.com', tenantId: 't', objectId: 'o', addresses: ['adele@contoso.com'] };
const owner: Owner = { address: 'adele@contoso.com', tenantId: null, objectId: null };
const token = (more: Partial<Token> = {}): Token => ({
  accessToken: 'opaque',
  account,
  scopes: ['User.Read', 'User.ReadBasic.All'],
  expiresAt: Date.now() + 3_600_000,
  ...more,
});

/** A host without a bridge: tokens come from the dialog. `answers` are what its page says, one after another. */
function inDialog(answers: readonly unknown[], who: Owner | null = owner) {
  const asked: string[] = [];
  const signIn = createSignIn({
    clientId: 'c',
    authority: 'https://login.example/common',
    hostReady: Promise.resolve(),
    owner: () => who,
    identified: () => Promise.resolve(),
    page: 'https://addin.example/signin.html',
    askInDialog: (url) => {
      asked.push(url);
      const answer = answers[asked.length - 1];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(JSON.stringify(answer));
    },
  });
  return { asked, signIn };
}

const scopes = ['User.Read'];

test('without a click no window opens', async () => {
  const { asked, signIn } = inDialog([{ token: token() }]);
  await expect(signIn.getToken({ scopes })).rejects.toMatchObject({ name: 'InteractionRequiredError', scopes });
  expect(asked).toEqual([]);
});

test('the page gets what is asked for in the fragment, which no server sees; its token serves until it ends', async () => {
  const { asked, signIn } = inDialog([{ token: token() }]);
  await signIn.getToken({ scopes, interactive: true });
  expect(JSON.parse(decodeURIComponent(new URL(asked[0] ?? '').hash.slice(1)))).toEqual({
    scopes,
    loginHint: 'adele@contoso.com',
  });
  expect((await signIn.getToken({ scopes: ['user.readbasic.all'] })).accessToken).toBe('opaque');
  expect(asked).toHaveLength(1);
  expect(signIn.latest.value).toMatchObject({ account: { username: 'adele@contoso.com' } });
});

test.each([
  ['it ends within five minutes', { expiresAt: Date.now() + 299_000 }, { scopes }],
  ['another permission is asked for', {}, { scopes: ['User.ReadWrite'] }],
  ['the service refused it', {}, { scopes, fresh: true }],
  ['a claims challenge has to be met', {}, { scopes, claims: '{}' }],
])('a kept token does not serve when %s', async (_name, more, request) => {
  const { signIn } = inDialog([{ token: token(more) }]);
  await signIn.getToken({ scopes, interactive: true });
  await expect(signIn.getToken(request)).rejects.toMatchObject({ name: 'InteractionRequiredError' });
});

test('askers at the same moment share one window', async () => {
  const { asked, signIn } = inDialog([{ token: token() }]);
  await Promise.all([signIn.getToken({ scopes, interactive: true }), signIn.getToken({ scopes, interactive: true })]);
  expect(asked).toHaveLength(1);
});

test('the token of another account is refused, not kept, and the next click asks again', async () => {
  const nina = { ...account, username: 'nina@fabrikam.com', addresses: ['nina@fabrikam.com'] };
  const { asked, signIn } = inDialog([{ token: token({ account: nina }) }, { token: token() }]);
  const refused = signIn.getToken({ scopes, interactive: true });
  await expect(refused).rejects.toMatchObject({ signedIn: 'nina@fabrikam.com', mailbox: 'adele@contoso.com', scopes });
  expect((await signIn.getToken({ scopes, interactive: true })).account).toEqual(account);
  expect(asked).toHaveLength(2);
});

test('as long as the host does not tell whose mailbox it is, any account may look', async () => {
  const { signIn } = inDialog([{ token: token() }], null);
  expect((await signIn.getToken({ scopes, interactive: true })).accessToken).toBe('opaque');
});

test.each([
  [{ failed: 'access_denied' }, 'SignInCancelledError'],
  [{ failed: 'server_error' }, 'SignInFailedError'],
  [{ strange: true }, 'SignInFailedError'],
  [Object.assign(new Error('closed'), { code: 12006 }), 'SignInCancelledError'],
])('the page answers %j: %s', async (answer, name) => {
  const { signIn } = inDialog([answer]);
  await expect(signIn.getToken({ scopes, interactive: true })).rejects.toMatchObject({ name });
});

test('one asker gives up, the other still gets the token', async () => {
  const { signIn } = inDialog([{ token: token() }]);
  const stop = new AbortController();
  const leaving = signIn.getToken({ scopes, interactive: true, signal: stop.signal });
  const staying = signIn.getToken({ scopes, interactive: true });
  stop.abort(new RangeError('enough'));
  await expect(leaving).rejects.toMatchObject({ name: 'RangeError' });
  expect((await staying).accessToken).toBe('opaque');
});

test('a name that is no address of the mailbox is judged only once the host has told the ids', async () => {
  let told: Owner = { address: 'adele.vance@contoso.com', tenantId: null, objectId: null };
  const signIn = createSignIn({
    clientId: 'c',
    authority: 'https://login.example/common',
    hostReady: Promise.resolve(),
    owner: () => told,
    identified: () => {
      told = { ...told, tenantId: 't', objectId: 'o' };
      return Promise.resolve();
    },
    page: 'https://addin.example/signin.html',
    askInDialog: () => Promise.resolve(JSON.stringify({ token: token() })),
  });
  expect((await signIn.getToken({ scopes, interactive: true })).accessToken).toBe('opaque');
});

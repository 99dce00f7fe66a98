import fc from 'fast-check';
import type { MailboxOwner } from './account';
import { TokenError } from './errors';
import { owner, signInFor } from './signIn.fixture';
import type { Token, TokenRequest } from './tokens';

const account = {
  name: 'Adele Vance',
  username: 'adele@contoso.com',
  tenantId: 't',
  objectId: 'o',
  addresses: ['adele@contoso.com'],
};
const token = (more: Partial<Token> = {}): Token => ({
  accessToken: 'opaque',
  account,
  scopes: ['User.Read', 'User.ReadBasic.All'],
  expiresAt: Date.now() + 3_600_000,
  ...more,
});

/** A host without a bridge: tokens come from the dialog, whose page sends `responses` one after another. */
function createDialogSignIn(responses: readonly unknown[], mailboxOwner: MailboxOwner | null = owner) {
  const urls: string[] = [];
  const answer = (url: string): Promise<string> => {
    urls.push(url);
    const response = responses[urls.length - 1];
    return response instanceof Error ? Promise.reject(response) : Promise.resolve(JSON.stringify(response));
  };
  const signIn = signInFor(answer, { owner: () => mailboxOwner });
  return { urls, signIn };
}

const scopes = ['User.Read'];

test('a request without a click opens no window', async () => {
  const { urls, signIn } = createDialogSignIn([{ kind: 'token', token: token() }]);
  await expect(signIn.getToken({ scopes })).rejects.toMatchObject({ name: 'InteractionRequiredError', scopes });
  expect(urls).toEqual([]);
});

test('the request is in the fragment of the URL; the token is cached for every scope it has', async () => {
  const { urls, signIn } = createDialogSignIn([{ kind: 'token', token: token() }]);
  await signIn.getToken({ scopes, interactive: true });
  expect(JSON.parse(decodeURIComponent(new URL(urls[0] ?? '').hash.slice(1)))).toEqual({
    scopes,
    loginHint: 'adele@contoso.com',
  });
  expect((await signIn.getToken({ scopes: ['user.readbasic.all'] })).accessToken).toBe('opaque');
  expect(urls).toHaveLength(1);
  expect(signIn.latest.value).toMatchObject({ account: { username: 'adele@contoso.com' } });
});

test.each([
  ['it expires within five minutes', { expiresAt: Date.now() + 299_000 }, { scopes }],
  ['another scope is requested', {}, { scopes: ['User.ReadWrite'] }],
  ['the service has rejected it', {}, { scopes, fresh: true }],
  ['there is a claims challenge', {}, { scopes, claims: '{}' }],
])('a cached token is not used when %s', async (_name, more, request) => {
  const { signIn } = createDialogSignIn([{ kind: 'token', token: token(more) }]);
  await signIn.getToken({ scopes, interactive: true });
  await expect(signIn.getToken(request)).rejects.toMatchObject({ name: 'InteractionRequiredError' });
});

test.each([{ fresh: true }, { claims: '{}' }])(
  'after the service has rejected a token (%j), the next click opens the dialog with the same claims',
  async (rejected) => {
    const { urls, signIn } = createDialogSignIn([
      { kind: 'token', token: token() },
      { kind: 'token', token: token() },
    ]);
    await signIn.getToken({ scopes, interactive: true });
    const noError: Partial<TokenRequest> = {};
    const error = await signIn.getToken({ scopes, ...rejected }).then(
      () => noError,
      (one: unknown) => one as TokenRequest,
    );
    const claims = error.claims && { claims: error.claims };
    await signIn.getToken({ scopes, ...claims, interactive: true });
    expect(urls.map((url) => decodeURIComponent(url).includes('"claims":"{}"'))).toEqual([false, 'claims' in rejected]);
  },
);

test('equal requests in flight share one window', async () => {
  const { urls, signIn } = createDialogSignIn([{ kind: 'token', token: token() }]);
  await Promise.all([signIn.getToken({ scopes, interactive: true }), signIn.getToken({ scopes, interactive: true })]);
  expect(urls).toHaveLength(1);
});

/** A host whose sign-in windows stay open until the test closes them with a token of these scopes, or with an error. */
function openWindows() {
  const windows: ((answer: readonly string[] | Error) => void)[] = [];
  const signIn = signInFor(
    () =>
      new Promise((resolve, reject) => {
        windows.push((answer) => {
          if (answer instanceof Error) reject(answer);
          else resolve(JSON.stringify({ kind: 'token', token: token({ scopes: answer }) }));
        });
      }),
  );
  return { windows, signIn };
}
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('one window serves two wishes whose scopes it grants', async () => {
  const { windows, signIn } = openWindows();
  const both = [scopes, ['User.ReadBasic.All']].map((one) => signIn.getToken({ scopes: one, interactive: true }));
  await soon();
  expect(windows).toHaveLength(1);
  windows[0]?.(['User.Read', 'User.ReadBasic.All']);
  await Promise.all(both);
  expect(windows).toHaveLength(1);
});

test.each([['it grants other scopes', scopes] as const, ['it was closed', new Error('closed')] as const])(
  'a second window opens only after the first: %s',
  async (_name, answer) => {
    const { windows, signIn } = openWindows();
    const first = signIn.getToken({ scopes, interactive: true }).catch(() => null);
    const second = signIn.getToken({ scopes: ['User.ReadWrite'], interactive: true });
    await soon();
    expect(windows).toHaveLength(1);
    windows[0]?.(answer);
    await first;
    await soon();
    windows[1]?.(['User.ReadWrite']);
    expect((await second).scopes).toEqual(['User.ReadWrite']);
  },
);

test.each([[null], ['2026-11-24'], [undefined]])(
  'a token whose end is %j serves every photo until the service refuses it',
  async (expiresAt) => {
    const { urls, signIn } = createDialogSignIn([{ kind: 'token', token: { ...token(), expiresAt } }]);
    await signIn.getToken({ scopes, interactive: true });
    expect((await signIn.getToken({ scopes })).accessToken).toBe('opaque');
    await expect(signIn.getToken({ scopes, fresh: true })).rejects.toMatchObject({ name: 'InteractionRequiredError' });
    expect(urls).toHaveLength(1);
  },
);

test('a token for another account is rejected and not cached, and the next click opens the dialog again', async () => {
  const nina = { ...account, username: 'nina@fabrikam.com', addresses: ['nina@fabrikam.com'] };
  const { urls, signIn } = createDialogSignIn([
    { kind: 'token', token: token({ account: nina }) },
    { kind: 'token', token: token() },
  ]);
  const refused = signIn.getToken({ scopes, interactive: true });
  await expect(refused).rejects.toMatchObject({ signedIn: 'nina@fabrikam.com', mailbox: 'adele@contoso.com', scopes });
  expect((await signIn.getToken({ scopes, interactive: true })).account).toEqual(account);
  expect(urls).toHaveLength(2);
});

test('any account is accepted while the owner of the mailbox is unknown', async () => {
  const { signIn } = createDialogSignIn([{ kind: 'token', token: token() }], null);
  expect((await signIn.getToken({ scopes, interactive: true })).accessToken).toBe('opaque');
});

test.each([
  [{ kind: 'failed', code: 'access_denied' }, 'SignInCancelledError'],
  [{ kind: 'failed', code: 'server_error' }, 'SignInFailedError'],
  [{ kind: 'strange' }, 'SignInFailedError'],
  [{ kind: 'token', token: { accessToken: 'opaque' } }, 'SignInFailedError'],
  [Object.assign(new Error('closed'), { code: 12006 }), 'SignInCancelledError'],
])('the response %j of the sign-in page rejects with a %s', async (response, name) => {
  const { signIn } = createDialogSignIn([response]);
  await expect(signIn.getToken({ scopes, interactive: true })).rejects.toMatchObject({ name });
});

test('a token whose end cannot be read is used for an hour, not requested at each click', async () => {
  const { urls, signIn } = createDialogSignIn([{ kind: 'token', token: token({ expiresAt: NaN }) }]);
  await signIn.getToken({ scopes, interactive: true });
  expect((await signIn.getToken({ scopes })).accessToken).toBe('opaque');
  expect(urls).toHaveLength(1);
});

test('whatever the dialog sends, there is a whole token or an error that is known', async () => {
  const any = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(token(), account, scopes, 'token', 'failed'));
  const changedToken = fc.dictionary(fc.constantFrom('accessToken', 'account', 'scopes', 'expiresAt'), any);
  const messages = fc.oneof(
    any,
    fc.dictionary(fc.constantFrom('kind', 'code', 'subError', 'token'), any),
    changedToken.map((change) => ({ kind: 'token', token: { ...token(), ...change } })),
  );
  await fc.assert(
    fc.asyncProperty(messages, async (message) => {
      const { signIn } = createDialogSignIn([message], null);
      const end: unknown = await signIn.getToken({ scopes, interactive: true }).catch((error: unknown) => error);
      if (end instanceof TokenError) return;
      const given = end as Token;
      const texts = [given.accessToken, given.account.username, given.account.name, ...given.scopes];
      expect([...texts, ...given.account.addresses].every((one) => typeof one === 'string')).toBe(true);
      expect(Number.isFinite(given.expiresAt)).toBe(true);
    }),
  );
});

test('a caller that aborts does not end the shared request of another', async () => {
  const { signIn } = createDialogSignIn([{ kind: 'token', token: token() }]);
  const stop = new AbortController();
  const aborted = signIn.getToken({ scopes, interactive: true, signal: stop.signal });
  const other = signIn.getToken({ scopes, interactive: true });
  stop.abort(new RangeError('enough'));
  await expect(aborted).rejects.toMatchObject({ name: 'RangeError' });
  expect((await other).accessToken).toBe('opaque');
});

test('after another account’s mailbox was opened, no token of the one before is given out', async () => {
  let opened = (): void => undefined;
  const signIn = signInFor(() => {
    opened();
    return Promise.resolve(JSON.stringify({ kind: 'token', token: token() }));
  });
  await signIn.getToken({ scopes, interactive: true });
  signIn.forgetAccount();
  expect([signIn.account.value, signIn.latest.value]).toEqual([null, null]);
  await expect(signIn.getToken({ scopes })).rejects.toMatchObject({ name: 'InteractionRequiredError' });
  // Nor one that was requested before, and comes after.
  opened = () => signIn.forgetAccount();
  const late = signIn.getToken({ scopes, interactive: true });
  await expect(late).rejects.toMatchObject({ name: 'InteractionRequiredError' });
  expect(signIn.account.value).toBeNull();
});

test('a user name that is no address of the mailbox is compared once the ids are known', async () => {
  let current: MailboxOwner = { address: 'adele.vance@contoso.com', tenantId: null, objectId: null };
  const signIn = signInFor(() => Promise.resolve(JSON.stringify({ kind: 'token', token: token() })), {
    owner: () => current,
    identified: () => {
      current = { ...current, tenantId: 't', objectId: 'o' };
      return Promise.resolve();
    },
  });
  expect((await signIn.getToken({ scopes, interactive: true })).accessToken).toBe('opaque');
});

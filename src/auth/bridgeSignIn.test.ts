import type { SignIn } from './createSignIn';
import { signInFor } from './signIn.fixture';
import type { TokenRequest } from './tokens';

// With the real MSAL over a bridge that answers as each test says: what matters is which errors MSAL makes of a status.

type Method = 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
type Failure = { readonly status: string; readonly code?: string; readonly subError?: string };
type Answers = Partial<Record<Method, Failure | 'token' | 'nothing'>>;

const scopes = ['User.Read'];
const owner = { address: 'adele@contoso.com', tenantId: 't', objectId: 'o' };
const account = { username: 'adele@contoso.com', tenantId: 't', objectId: 'o', addresses: ['adele@contoso.com'] };

let asked: Method[];
let answers: Answers;
let dialogs: number;
let dialogError: Error | null;
/** Answers the latest request with a token, whatever the bridge has answered. */
let answerNow: () => void;

beforeEach(() => {
  [asked, answers, dialogs, dialogError] = [[], {}, 0, null];
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const listeners = new Set<(text: string) => void>();
  Object.assign(globalThis, {
    window: globalThis,
    // MSAL would keep one open, and the test run with it.
    BroadcastChannel: undefined,
    nestedAppAuthBridge: {
      addEventListener: (_type: string, listener: (text: string) => void) => listeners.add(listener),
      removeEventListener: (_type: string, listener: (text: string) => void) => listeners.delete(listener),
      postMessage(text: string) {
        const { method, requestId } = JSON.parse(text) as { method: Method; requestId: string };
        asked.push(method);
        const respond = (answer: object): void => {
          const message = JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...answer });
          listeners.forEach((listener) => listener(message));
        };
        const answer = responseTo(method);
        answerNow = () => respond(tokenResponse());
        if (answer) void Promise.resolve().then(() => respond(answer));
      },
    },
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'nestedAppAuthBridge');
  Reflect.deleteProperty(globalThis, 'window');
});

function responseTo(method: Method): object | null {
  const answer = answers[method] ?? (method === 'GetInitContext' ? 'context' : 'token');
  if (answer === 'nothing') return null;
  if (answer === 'context') return { success: true, initContext: { sdkName: 'test', sdkVersion: '1' } };
  if (answer !== 'token') return { success: false, error: answer };
  return tokenResponse();
}

function tokenResponse(): object {
  const payload = Buffer.from(JSON.stringify({ oid: 'o', tid: 't', preferred_username: owner.address }));
  return {
    success: true,
    token: { access_token: 'bridge', id_token: `e30.${payload.toString('base64url')}.x`, expires_in: 3600 },
    account: { environment: 'login.example', username: owner.address, tenantId: 't', localAccountId: 'o' },
  };
}

function createTestSignIn(): SignIn {
  const answer = (): Promise<string> => {
    dialogs++;
    if (dialogError) return Promise.reject(dialogError);
    const token = { accessToken: 'dialog', account, scopes, expiresAt: Date.now() + 3_600_000 };
    return Promise.resolve(JSON.stringify({ kind: 'token', token }));
  };
  return signInFor(answer, { owner: () => owner });
}

/** The access token, or the name of the error. */
async function outcomeOf(signIn: SignIn, request: Partial<TokenRequest> = {}): Promise<string> {
  try {
    return (await signIn.getToken({ scopes, ...request })).accessToken;
  } catch (error) {
    return (error as Error).name;
  }
}

const click = { interactive: true };
const persistent = { status: 'PERSISTENT_ERROR' };

for (const failure of [persistent, { ...persistent, code: 'native_executor_error' }]) {
  test(`${JSON.stringify(failure)} to everything: a click asks with the prompt, then in the dialog, and neither is asked again`, async () => {
    answers = { GetToken: failure, GetTokenPopup: failure };
    const signIn = createTestSignIn();
    expect(await outcomeOf(signIn)).toBe('SignInFailedError');
    expect(await outcomeOf(signIn)).toBe('SignInFailedError');
    expect(asked).toEqual(['GetInitContext', 'GetToken']);
    expect(await outcomeOf(signIn, click)).toBe('dialog');
    expect(await outcomeOf(signIn)).toBe('dialog');
    expect(await outcomeOf(signIn, { ...click, fresh: true })).toBe('dialog');
    expect(asked).toEqual(['GetInitContext', 'GetToken', 'GetTokenPopup']);
    expect(dialogs).toBe(2);
  });
}

test('a click alone asks silently, with the prompt and in the dialog; where that is blocked, the next click goes to it', async () => {
  answers = { GetToken: persistent, GetTokenPopup: persistent };
  dialogError = Object.assign(new Error('blocked'), { code: 12011 });
  const signIn = createTestSignIn();
  expect(await outcomeOf(signIn, click)).toBe('PromptBlockedError');
  dialogError = null;
  expect(await outcomeOf(signIn, click)).toBe('dialog');
  expect(asked).toEqual(['GetInitContext', 'GetToken', 'GetTokenPopup']);
});

test.each<[silent: Failure, prompt: Failure | 'token', outcome: string, dialogs: number]>([
  [{ status: 'USER_INTERACTION_REQUIRED', code: 'consent_required' }, 'token', 'bridge', 0],
  [{ status: 'USER_INTERACTION_REQUIRED' }, { status: 'USER_CANCEL' }, 'SignInCancelledError', 0],
  [
    { status: 'USER_INTERACTION_REQUIRED' },
    { status: 'USER_INTERACTION_REQUIRED', code: 'consent_required' },
    'InteractionRequiredError',
    0,
  ],
  [persistent, 'token', 'bridge', 0],
  [persistent, { status: 'USER_CANCEL' }, 'SignInCancelledError', 0],
  [persistent, { status: 'PERSISTENT_ERROR', code: 'access_denied' }, 'SignInCancelledError', 0],
  [persistent, { status: 'PERSISTENT_ERROR', code: 'consent_required' }, 'InteractionRequiredError', 0],
  [persistent, { status: 'NO_NETWORK' }, 'SignInOfflineError', 0],
  [{ status: 'NO_NETWORK' }, 'token', 'SignInOfflineError', 0],
  [{ status: 'ACCOUNT_UNAVAILABLE' }, 'token', 'bridge', 0],
  [{ status: 'ACCOUNT_UNAVAILABLE' }, { status: 'ACCOUNT_UNAVAILABLE' }, 'dialog', 1],
  [{ status: 'TRANSIENT_ERROR' }, 'token', 'bridge', 0],
  [{ status: 'TRANSIENT_ERROR' }, { status: 'TRANSIENT_ERROR', code: 'temporarily_unavailable' }, 'dialog', 1],
  [persistent, { status: 'PERSISTENT_ERROR', code: 'popup_window_error' }, 'dialog', 1],
  [persistent, { status: 'NESTED_APP_AUTH_UNAVAILABLE' }, 'dialog', 1],
  [persistent, { status: 'A_STATUS_OF_TOMORROW' }, 'dialog', 1],
])('silently %j, with the prompt %j: a click ends with %s', async (silent, prompt, outcome, opened) => {
  answers = { GetToken: silent, GetTokenPopup: prompt };
  expect(await outcomeOf(createTestSignIn(), click)).toBe(outcome);
  expect(dialogs).toBe(opened);
});

test.each([{ status: 'DISABLED' }, { status: 'NESTED_APP_AUTH_UNAVAILABLE', code: 'unsupported_host' }])(
  'a bridge that answers %j counts as none: no prompt of it is tried',
  async (off) => {
    answers = { GetToken: off };
    const signIn = createTestSignIn();
    expect(await outcomeOf(signIn)).toBe('InteractionRequiredError');
    expect(await outcomeOf(signIn, click)).toBe('dialog');
    expect(asked).toEqual(['GetInitContext', 'GetToken']);
  },
);

test('a transient error is not remembered', async () => {
  answers = { GetToken: { status: 'TRANSIENT_ERROR' }, GetTokenPopup: { status: 'TRANSIENT_ERROR' } };
  const signIn = createTestSignIn();
  expect(await outcomeOf(signIn)).toBe('SignInFailedError');
  answers = {};
  expect(await outcomeOf(signIn)).toBe('bridge');
});

/** A silent request that the bridge does not answer in time. */
async function timeOut(signIn: SignIn): Promise<void> {
  answers = { GetToken: 'nothing' };
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  const silent = outcomeOf(signIn);
  while (!asked.includes('GetToken')) await new Promise(setImmediate);
  await jest.advanceTimersByTimeAsync(15_000);
  expect(await silent).toBe('SignInTimeoutError');
}

test('a bridge that did not answer is asked again silently', async () => {
  const signIn = createTestSignIn();
  await timeOut(signIn);
  answers = {};
  expect(await outcomeOf(signIn)).toBe('bridge');
});

test('a token that the bridge returns too late is dropped', async () => {
  const signIn = createTestSignIn();
  await timeOut(signIn);
  answerNow();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(signIn.latest.value).toBeNull();
});

test('after a bridge that did not answer, a click goes to the dialog at once, which replaces it', async () => {
  const signIn = createTestSignIn();
  await timeOut(signIn);
  expect(await outcomeOf(signIn, click)).toBe('dialog');
  expect(await outcomeOf(signIn, { scopes: ['User.ReadWrite'] })).toBe('InteractionRequiredError');
  expect(asked).toEqual(['GetInitContext', 'GetToken']);
});

test('a bridge that has given a token fails for the requested scopes only', async () => {
  const signIn = createTestSignIn();
  expect(await outcomeOf(signIn)).toBe('bridge');
  answers = { GetToken: persistent, GetTokenPopup: persistent };
  dialogError = Object.assign(new Error('closed'), { code: 12006 });
  expect(await outcomeOf(signIn, { ...click, scopes: ['User.ReadWrite'] })).toBe('SignInCancelledError');
  answers = {};
  expect(await outcomeOf(signIn, { fresh: true })).toBe('bridge');
});

test('once the dialog has replaced the bridge, a token that it does not have needs a click', async () => {
  answers = { GetToken: persistent, GetTokenPopup: persistent };
  const signIn = createTestSignIn();
  expect(await outcomeOf(signIn)).toBe('SignInFailedError');
  expect(await outcomeOf(signIn, click)).toBe('dialog');
  expect(await outcomeOf(signIn, { scopes: ['User.ReadWrite'] })).toBe('InteractionRequiredError');
});

test('the failures name each method with status and codes, until it succeeds', async () => {
  answers = {
    GetToken: persistent,
    GetTokenPopup: { ...persistent, code: 'native_executor_error', subError: 'adele@contoso.com' },
  };
  dialogError = Object.assign(new Error('blocked'), { code: 12011 });
  const signIn = createTestSignIn();
  await outcomeOf(signIn, click);
  const failures = (): readonly object[] => signIn.failures.value.map(({ method, codes }) => ({ [method]: codes }));
  const bridge = [
    { silent: ['PERSISTENT_ERROR'] },
    // What is no code is left out: it may be personal data.
    { prompt: ['PERSISTENT_ERROR', 'native_executor_error', 'unreadable'] },
  ];
  expect(failures()).toEqual([...bridge, { dialog: ['12011'] }]);
  dialogError = null;
  await outcomeOf(signIn, click);
  expect(failures()).toEqual(bridge);
});

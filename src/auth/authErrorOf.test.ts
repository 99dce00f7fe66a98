import { DeadlineError } from '../base';
import { SignInFailedError } from './errors';
import { authErrorOf } from './authErrorOf';

const request = { scopes: ['User.Read'], claims: '{}' };
const errorWith = (more: object): Error => Object.assign(new Error('from below'), more);

test.each([
  // Codes of MSAL 5.30 for errors of the bridge.
  [{ name: 'InteractionRequiredAuthError', errorCode: 'consent_required' }, 'InteractionRequiredError'],
  [{ errorCode: 'user_canceled' }, 'SignInCancelledError'],
  [{ errorCode: 'user_cancelled' }, 'SignInCancelledError'],
  [{ errorCode: 'no_network_connectivity' }, 'SignInOfflineError'],
  [{ errorCode: 'no_account_found' }, 'InteractionRequiredError'],
  [{ errorCode: 'unknown_error' }, 'SignInFailedError'],
  [{ errorCode: '', bridgeStatus: 'PERSISTENT_ERROR', code: undefined }, 'SignInFailedError'],
  [{ errorCode: 'consent_required', bridgeStatus: 'PERSISTENT_ERROR' }, 'InteractionRequiredError'],
  [{ errorCode: 'popup_window_error' }, 'PromptBlockedError'],
  // Office's dialog codes.
  [{ code: 12006 }, 'SignInCancelledError'],
  [{ code: 12007 }, 'PromptOpenError'],
  [{ code: 12009 }, 'SignInCancelledError'],
  [{ code: 12011 }, 'PromptBlockedError'],
  [{ code: 12002 }, 'SignInFailedError'],
  // A lazy-loaded part that could not be loaded.
  [{ name: 'ChunkLoadError' }, 'SignInOfflineError'],
  [{}, 'SignInFailedError'],
  // Names of built-in properties.
  [{ errorCode: 'constructor' }, 'SignInFailedError'],
  [{ code: 'toString' }, 'SignInFailedError'],
  [{ code: '__proto__' }, 'SignInFailedError'],
])('%j -> %s', (cause, name) => {
  const original = errorWith(cause);
  const failure = authErrorOf(original, request);
  expect(failure).toMatchObject({ ...request, name, cause: original });
});

test('a missed deadline is a timeout, a thrown text a failure; an AuthError and an AbortError are returned unchanged', () => {
  expect(authErrorOf(new DeadlineError('the bridge', 15_000), request).name).toBe('SignInTimeoutError');
  expect(authErrorOf('garbage', request)).toMatchObject({ name: 'SignInFailedError', code: 'unexpected' });
  const abort = errorWith({ name: 'AbortError' });
  for (const one of [abort, new SignInFailedError('x', request)]) {
    expect(authErrorOf(one, request)).toBe(one);
  }
});

test.each([
  [new DeadlineError('the bridge', 15_000), true],
  [errorWith({ errorCode: 'no_network_connectivity' }), true],
  [errorWith({ errorCode: '', bridgeStatus: 'TRANSIENT_ERROR' }), true],
  [errorWith({ errorCode: '', bridgeStatus: 'PERSISTENT_ERROR' }), false],
  [errorWith({ errorCode: 'consent_required' }), false],
  [errorWith({ errorCode: 'user_canceled' }), false],
])('whether the same request may succeed later without a click: %j -> %s', (cause, expected) => {
  expect(authErrorOf(cause, request)).toMatchObject({ isTransient: expected });
});

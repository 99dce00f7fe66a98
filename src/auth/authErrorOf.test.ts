import { DeadlineError } from '../base';
import { SignInFailedError } from './errors';
import { signInFailure } from './authErrorOf';

const scopes = ['User.Read'];
const failing = (more: object): Error => Object.assign(new Error('from below'), more);

test.each([
  // What MSAL 5.30 makes of the bridge's own codes.
  [{ name: 'InteractionRequiredAuthError', errorCode: 'consent_required' }, 'InteractionRequiredError'],
  [{ errorCode: 'user_canceled' }, 'SignInCancelledError'],
  [{ errorCode: 'user_cancelled' }, 'SignInCancelledError'],
  [{ errorCode: 'no_network_connectivity' }, 'SignInOfflineError'],
  [{ errorCode: 'no_account_found' }, 'InteractionRequiredError'],
  [{ errorCode: 'unknown_error' }, 'SignInFailedError'],
  [{ errorCode: 'popup_window_error' }, 'PromptBlockedError'],
  // Office's dialog codes.
  [{ code: 12006 }, 'SignInCancelledError'],
  [{ code: 12007 }, 'PromptOpenError'],
  [{ code: 12009 }, 'SignInCancelledError'],
  [{ code: 12011 }, 'PromptBlockedError'],
  [{ code: 12002 }, 'SignInFailedError'],
  // A part of the add-in that could not be loaded.
  [{ name: 'ChunkLoadError' }, 'SignInOfflineError'],
  [{}, 'SignInFailedError'],
])('%j -> %s', (cause, name) => {
  const below = failing(cause);
  const failure = signInFailure(below, scopes);
  expect(failure).toMatchObject({ name, cause: below });
});

test('silence is a timeout; garbage is a failure; what is ours and an abort pass untouched', () => {
  expect(signInFailure(new DeadlineError('the bridge', 15_000), scopes).name).toBe('SignInTimeoutError');
  expect(signInFailure('garbage', scopes)).toMatchObject({ name: 'SignInFailedError', code: 'unexpected' });
  const abort = failing({ name: 'AbortError' });
  for (const one of [abort, new SignInFailedError('x')]) {
    expect(signInFailure(one, scopes)).toBe(one);
  }
});

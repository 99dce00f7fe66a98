import { DeadlineError } from '../base';
import {
  InteractionRequiredError,
  PromptBlockedError,
  PromptOpenError,
  SignInCancelledError,
  SignInFailedError,
  SignInOfflineError,
  SignInTimeoutError,
} from './errors';

type Kind = new (message?: string, options?: ErrorOptions) => Error;

/** What MSAL's and Office's own codes mean to a person. Codes: MSAL's errors page, Office dialog errors page. */
const kinds: Readonly<Record<string, Kind>> = {
  user_canceled: SignInCancelledError,
  user_cancelled: SignInCancelledError,
  access_denied: SignInCancelledError,
  '12006': SignInCancelledError,
  '12009': SignInCancelledError,
  popup_window_error: PromptBlockedError,
  empty_window_error: PromptBlockedError,
  '12011': PromptBlockedError,
  '12007': PromptOpenError,
  no_network_connectivity: SignInOfflineError,
  network_error: SignInOfflineError,
  timed_out: SignInTimeoutError,
  // webpack's name for it where a part of this add-in, here the sign-in, could not be loaded.
  ChunkLoadError: SignInOfflineError,
};

const own = [InteractionRequiredError, SignInFailedError, ...Object.values(kinds)];

/** Codes that mean "ask the person", under other names than MSAL's own class for it. */
const interaction = new Set(['no_account_found', 'no_account_error', 'no_tokens_found', 'login_required']);

/** Turns whatever MSAL, the bridge or the dialog threw into an error of this room; an abort passes untouched. */
export function signInFailure(cause: unknown, scopes: readonly string[]): Error {
  if (!(cause instanceof Error)) return new SignInFailedError('unexpected', { cause });
  if (cause.name === 'AbortError' || own.some((kind) => cause instanceof kind)) return cause;
  if (cause instanceof DeadlineError) return new SignInTimeoutError(cause.message, { cause });
  const code = codeOf(cause);
  if (cause.name === 'InteractionRequiredAuthError' || interaction.has(code)) {
    return new InteractionRequiredError(scopes, { cause });
  }
  const Known = kinds[code];
  return Known ? new Known(`Sign-in ended: ${code}`, { cause }) : new SignInFailedError(code, { cause });
}

function codeOf(error: Error): string {
  const { errorCode, code } = error as { errorCode?: string; code?: string | number };
  return String(errorCode ?? code ?? error.name);
}

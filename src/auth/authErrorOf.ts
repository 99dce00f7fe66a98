import { DeadlineError } from '../base';
import {
  InteractionRequiredError,
  PromptBlockedError,
  PromptOpenError,
  SignInCancelledError,
  SignInFailedError,
  SignInOfflineError,
  SignInTimeoutError,
  WrongAccountError,
} from './errors';

type ErrorClass = new (message?: string, options?: ErrorOptions) => Error;

/** Codes of MSAL (its errors page) and of Office dialogs (Office dialog errors page). */
const classByCode: Readonly<Record<string, ErrorClass>> = {
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
  // webpack's error name when the lazy-loaded MSAL cannot be loaded.
  ChunkLoadError: SignInOfflineError,
};

const authErrors = [InteractionRequiredError, SignInFailedError, WrongAccountError, ...Object.values(classByCode)];

/** Codes that need a prompt although MSAL does not throw an InteractionRequiredAuthError for them. */
const promptCodes = new Set(['no_account_found', 'no_account_error', 'no_tokens_found', 'login_required']);

/** Converts an error of MSAL, of Outlook's bridge or of the dialog to an AuthError; an AbortError is returned as it is. */
export function authErrorOf(cause: unknown, scopes: readonly string[]): Error {
  if (!(cause instanceof Error)) return new SignInFailedError('unexpected', { cause });
  if (isNamed(cause, 'AbortError') || authErrors.some((known) => cause instanceof known)) return cause;
  if (cause instanceof DeadlineError) return new SignInTimeoutError(cause.message, { cause });
  const code = codeOf(cause);
  if (isNamed(cause, 'InteractionRequiredAuthError') || promptCodes.has(code)) {
    return new InteractionRequiredError(scopes, { cause });
  }
  const KnownError = classByCode[code];
  return KnownError ? new KnownError(`Sign-in ended: ${code}`, { cause }) : new SignInFailedError(code, { cause });
}

/** By name: MSAL's classes are in a lazy-loaded chunk, and a DOMException has no subclasses. */
function isNamed(error: Error, name: 'AbortError' | 'InteractionRequiredAuthError'): boolean {
  return error.name === name;
}

/** MSAL has an `errorCode`, the dialog a `code`; other errors are known by their name. */
function codeOf(error: Error): string {
  const { errorCode, code } = error as { errorCode?: string; code?: string | number };
  return String(errorCode ?? code ?? error.name);
}

import { DeadlineError } from '../base';
import {
  InteractionRequiredError,
  PromptBlockedError,
  PromptOpenError,
  SignInCancelledError,
  SignInFailedError,
  SignInOfflineError,
  SignInTimeoutError,
  TokenError,
  type Requested,
} from './errors';

type ErrorClass = new (message: string, request: Requested, options?: ErrorOptions) => TokenError;

/** Codes of MSAL (its errors page) and of Office dialogs (Office dialog errors page). */
const classByCode = new Map<string, ErrorClass>([
  ['user_canceled', SignInCancelledError],
  ['user_cancelled', SignInCancelledError],
  ['access_denied', SignInCancelledError],
  ['12006', SignInCancelledError],
  ['12009', SignInCancelledError],
  ['popup_window_error', PromptBlockedError],
  ['empty_window_error', PromptBlockedError],
  ['12011', PromptBlockedError],
  ['12007', PromptOpenError],
  ['no_network_connectivity', SignInOfflineError],
  ['network_error', SignInOfflineError],
  ['timed_out', SignInTimeoutError],
  // webpack's error name when the lazy-loaded MSAL cannot be loaded.
  ['ChunkLoadError', SignInOfflineError],
]);

/** Codes that need a prompt although MSAL does not throw an InteractionRequiredAuthError for them. */
const promptCodes = new Set([
  'no_account_found',
  'no_account_error',
  'no_tokens_found',
  // OAuth codes, which a bridge may pass on with any status.
  'login_required',
  'consent_required',
  'interaction_required',
]);

/** Converts an error of MSAL, of Outlook's bridge or of the dialog to an AuthError; an AbortError is returned as it is. */
export function authErrorOf(cause: unknown, request: Requested): Error {
  if (!(cause instanceof Error)) return new SignInFailedError('unexpected', request, { cause });
  if (isNamed(cause, 'AbortError') || cause instanceof TokenError) return cause;
  if (cause instanceof DeadlineError) return new SignInTimeoutError(cause.message, request, { cause });
  const code = codeOf(cause);
  if (isNamed(cause, 'InteractionRequiredAuthError') || promptCodes.has(code)) {
    return new InteractionRequiredError(request, { cause });
  }
  const KnownError = classByCode.get(code);
  return KnownError
    ? new KnownError(`Sign-in ended: ${code}`, request, { cause })
    : new SignInFailedError(code, request, { cause });
}

/** By name: MSAL's classes are in a lazy-loaded chunk, and a DOMException has no subclasses. */
function isNamed(error: Error, name: 'AbortError' | 'InteractionRequiredAuthError'): boolean {
  return error.name === name;
}

/**
 * MSAL has an `errorCode`, empty where the bridge named none besides its status; the dialog has a `code`; other errors are
 * known by their name.
 */
function codeOf(error: Error): string {
  const { errorCode, bridgeStatus, code } = error as ErrorCodes;
  return String(errorCode || bridgeStatus || code || error.name);
}

/** The codes of errors of MSAL, of the bridge and of the dialog. */
export interface ErrorCodes extends Error {
  readonly errorCode?: string;
  readonly bridgeStatus?: string;
  readonly subError?: string;
  readonly code?: string | number;
}

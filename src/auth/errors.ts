import type { Account } from './tokens';

/** A prompt is needed, for consent, a sign-in or a second factor; only a click may open it. */
export class InteractionRequiredError extends Error {
  override readonly name = 'InteractionRequiredError';
  readonly scopes: readonly string[];

  constructor(scopes: readonly string[], options?: ErrorOptions) {
    super('A sign-in prompt is needed', options);
    this.scopes = scopes;
  }
}

/** The user closed the prompt, or chose Cancel in it. */
export class SignInCancelledError extends Error {
  override readonly name = 'SignInCancelledError';
}

/** The browser blocked the sign-in window. */
export class PromptBlockedError extends Error {
  override readonly name = 'PromptBlockedError';
}

/** The identity provider cannot be reached. */
export class SignInOfflineError extends Error {
  override readonly name = 'SignInOfflineError';
}

/** Outlook or the sign-in page did not respond in time. */
export class SignInTimeoutError extends Error {
  override readonly name = 'SignInTimeoutError';
}

/** Sign-in failed for another reason. `code` is from the identity provider, MSAL or Office. */
export class SignInFailedError extends Error {
  override readonly name = 'SignInFailedError';
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(`Sign-in failed: ${code}`, options);
    this.code = code;
  }
}

/** The token is for an account that does not own the mailbox. */
export class WrongAccountError extends Error {
  override readonly name = 'WrongAccountError';
  readonly signedIn: string;
  readonly mailbox: string;
  readonly scopes: readonly string[];

  constructor(account: Account, mailbox: string, scopes: readonly string[]) {
    super('The token is for another account than the mailbox');
    this.scopes = scopes;
    this.signedIn = account.username;
    this.mailbox = mailbox;
  }
}

/** A sign-in window of this add-in is open already. */
export class PromptOpenError extends Error {
  override readonly name = 'PromptOpenError';
}

/** Everything that a sign-in throws, besides the reason of an abort. */
export type AuthError =
  | InteractionRequiredError
  | SignInCancelledError
  | PromptBlockedError
  | SignInOfflineError
  | SignInTimeoutError
  | SignInFailedError
  | WrongAccountError
  | PromptOpenError;

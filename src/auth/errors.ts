import type { Account } from './tokens';

/** Only the user can go on, with a click: consent, a sign-in or a proof is asked for. */
export class InteractionRequiredError extends Error {
  override readonly name = 'InteractionRequiredError';
  readonly scopes: readonly string[];

  constructor(scopes: readonly string[], options?: ErrorOptions) {
    super('A sign-in prompt is needed', options);
    this.scopes = scopes;
  }
}

/** The user closed or refused the prompt. Nothing is wrong. */
export class SignInCancelledError extends Error {
  override readonly name = 'SignInCancelledError';
}

/** The browser kept the sign-in window from opening. */
export class PromptBlockedError extends Error {
  override readonly name = 'PromptBlockedError';
}

/** The identity provider cannot be reached. */
export class SignInOfflineError extends Error {
  override readonly name = 'SignInOfflineError';
}

/** Outlook, or the page that signs in, did not answer in time. */
export class SignInTimeoutError extends Error {
  override readonly name = 'SignInTimeoutError';
}

/** Sign-in failed for another reason. `code` is the identity provider's or MSAL's own. */
export class SignInFailedError extends Error {
  override readonly name = 'SignInFailedError';
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(`Sign-in failed: ${code}`, options);
    this.code = code;
  }
}

/** The token is for somebody other than the owner of the mailbox. */
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

/** Everything that a sign-in throws, besides an abort. */
export type AuthError =
  | InteractionRequiredError
  | SignInCancelledError
  | PromptBlockedError
  | SignInOfflineError
  | SignInTimeoutError
  | SignInFailedError
  | WrongAccountError
  | PromptOpenError;

import type { Account, TokenRequest } from './tokens';

/** What a token was requested for. */
export type Requested = Pick<TokenRequest, 'scopes' | 'claims'>;

/** A request for a token that failed. Signing in as its remedy requests the same scopes and claims again. */
export abstract class TokenError extends Error {
  readonly scopes: readonly string[];
  readonly claims: string | undefined;
  /** Whether the same request may succeed later without a click. */
  readonly isTransient: boolean = false;

  constructor(message: string, { scopes, claims }: Requested, options?: ErrorOptions) {
    super(message, options);
    this.scopes = scopes;
    this.claims = claims;
  }
}

/** A prompt is needed, for consent, a sign-in or a second factor; only a click may open it. */
export class InteractionRequiredError extends TokenError {
  override readonly name = 'InteractionRequiredError';

  constructor(request: Requested, options?: ErrorOptions) {
    super('A sign-in prompt is needed', request, options);
  }
}

/** The user closed the prompt, or chose Cancel in it. */
export class SignInCancelledError extends TokenError {
  override readonly name = 'SignInCancelledError';
}

/** The browser blocked the sign-in window. */
export class PromptBlockedError extends TokenError {
  override readonly name = 'PromptBlockedError';
}

/** The identity provider cannot be reached. */
export class SignInOfflineError extends TokenError {
  override readonly name = 'SignInOfflineError';
  override readonly isTransient = true;
}

/** Outlook or the sign-in page did not respond in time. */
export class SignInTimeoutError extends TokenError {
  override readonly name = 'SignInTimeoutError';
  override readonly isTransient = true;
}

/** MSAL's `BridgeStatusCode` for a failure that may be over later. */
const transientStatus = 'TRANSIENT_ERROR';

/** Sign-in failed for another reason. `code` is from the identity provider, MSAL, Outlook's bridge or Office. */
export class SignInFailedError extends TokenError {
  override readonly name = 'SignInFailedError';
  override readonly isTransient: boolean;
  readonly code: string;

  constructor(code: string, request: Requested, options?: ErrorOptions) {
    super(`Sign-in failed: ${code}`, request, options);
    this.code = code;
    this.isTransient =
      (options?.cause as { readonly bridgeStatus?: string } | undefined)?.bridgeStatus === transientStatus;
  }
}

/** The token is for an account that does not own the mailbox. */
export class WrongAccountError extends TokenError {
  override readonly name = 'WrongAccountError';
  readonly signedIn: string;
  readonly mailbox: string;

  constructor(account: Account, mailbox: string, scopes: readonly string[]) {
    super('The token is for another account than the mailbox', { scopes });
    this.signedIn = account.username;
    this.mailbox = mailbox;
  }
}

/** A sign-in window of this add-in is open already. */
export class PromptOpenError extends TokenError {
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

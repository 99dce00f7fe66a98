/** What the service said about a failure; all of it may go into a diagnosis. */
export interface Said {
  readonly status: number;
  /** The service's own error code; empty where it sent none. */
  readonly code: string;
  /** The service's own id of the request; empty where it sent none. */
  readonly requestId: string;
}

abstract class SaidError extends Error implements Said {
  readonly status: number;
  readonly code: string;
  readonly requestId: string;

  constructor(message: string, { status, code, requestId }: Said) {
    super(`${message}: ${status} ${code}`);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
  }
}

/** The service refused the token, also a new one: the user has to sign in again. */
export class SignInRequiredError extends SaidError {
  override readonly name = 'SignInRequiredError';
  readonly scopes: readonly string[];
  /** The decoded claims challenge, where there was one. */
  readonly claims: string | null;

  constructor(said: Said, scopes: readonly string[], claims: string | null) {
    super('The service wants a new sign-in', said);
    this.scopes = scopes;
    this.claims = claims;
  }
}

/** The token's account may not do this. */
export class PermissionError extends SaidError {
  override readonly name = 'PermissionError';

  constructor(said: Said) {
    super('The service does not allow this', said);
  }
}

/** The service failed, or answered with a status that the contract does not name. */
export class ServiceError extends SaidError {
  override readonly name = 'ServiceError';

  constructor(said: Said) {
    super('The service failed', said);
  }
}

/** The answer is not what the contract promises: a page of a network's sign-in, or a broken picture. */
export class UnexpectedAnswerError extends SaidError {
  override readonly name = 'UnexpectedAnswerError';

  constructor(said: Said) {
    super('The answer is not a photo', said);
  }
}

/** Why the service does not take a picture. `unclear`: it does not say. */
export type RefusalReason = 'tooLarge' | 'tooSmall' | 'noMailbox' | 'onPremises' | 'unclear';

/** The service does not take this picture, or not for this person. */
export class PictureRefusedError extends SaidError {
  override readonly name = 'PictureRefusedError';
  readonly reason: RefusalReason;

  constructor(said: Said, reason: RefusalReason) {
    super('The service refused the picture', said);
    this.reason = reason;
  }
}

/** Whether a failure may be over by itself after a while: outages, bad lines, throttling. */
export function passesByItself(error: Error | null): boolean {
  return error !== null && passing.has(error.name);
}

const passing = new Set([
  'UnreachableError',
  'TimeoutError',
  'ThrottledError',
  'ServiceError',
  'UnexpectedAnswerError',
]);

/** Everything that a PhotoService throws on its own; HTTP and token errors pass through it. */
export type PhotoServiceError =
  SignInRequiredError | PermissionError | ServiceError | UnexpectedAnswerError | PictureRefusedError;

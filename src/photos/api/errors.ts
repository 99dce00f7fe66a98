import { ThrottledError, TimeoutError, UnreachableError } from '../../http';

/** What a response is reported as; all of it may go into a diagnosis. */
export interface ResponseSummary {
  readonly status: number;
  /** The service's own error code; empty where it sent none. */
  readonly code: string;
  /** The service's own id of the request; empty where it sent none. */
  readonly requestId: string;
}

abstract class ResponseError extends Error implements ResponseSummary {
  readonly status: number;
  readonly code: string;
  readonly requestId: string;

  constructor(message: string, { status, code, requestId }: ResponseSummary) {
    super(`${message}: ${status} ${code}`);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
  }
}

/** The service refused the token, and the fresh one after it: the user has to sign in again. */
export class SignInRequiredError extends ResponseError {
  override readonly name = 'SignInRequiredError';
  readonly scopes: readonly string[];
  /** The decoded claims challenge; null where there was none. */
  readonly claims: string | null;

  constructor(summary: ResponseSummary, scopes: readonly string[], claims: string | null) {
    super('A new sign-in is required', summary);
    this.scopes = scopes;
    this.claims = claims;
  }
}

/** The token's account is not allowed to do this. */
export class PermissionError extends ResponseError {
  override readonly name = 'PermissionError';

  constructor(summary: ResponseSummary) {
    super('Not allowed', summary);
  }
}

/** The service failed, or answered with a status that the contract does not name. */
export class ServiceError extends ResponseError {
  override readonly name = 'ServiceError';

  constructor(summary: ResponseSummary) {
    super('The service failed', summary);
  }
}

/** What came in place of what the contract promises: its content type, and its first characters. */
export interface UnexpectedContent {
  readonly type: string;
  readonly start: string;
}

/** The response is not what the contract promises. `content` null: a picture that cannot be decoded. */
export class UnexpectedAnswerError extends ResponseError {
  override readonly name = 'UnexpectedAnswerError';
  readonly content: UnexpectedContent | null;

  constructor(summary: ResponseSummary, content: UnexpectedContent | null) {
    super('The response is not a photo', summary);
    this.content = content;
  }
}

/**
 * Why the service refuses a picture. `unknownPerson`: it is not known, or not any more, whose photo it would be.
 * `badPicture`: the service cannot read it. `unclear`: no reason that is known here.
 */
export type RefusalReason =
  'unknownPerson' | 'tooLarge' | 'tooSmall' | 'badPicture' | 'noMailbox' | 'onPremises' | 'unclear';

/** The service refuses this picture, or any picture for this person. */
export class PictureRefusedError extends ResponseError {
  override readonly name = 'PictureRefusedError';
  readonly reason: RefusalReason;

  constructor(summary: ResponseSummary, reason: RefusalReason) {
    super('The service refused the picture', summary);
    this.reason = reason;
  }
}

/** Everything that a PhotoService throws on its own; HTTP and token errors pass through it. */
export type PhotoServiceError =
  SignInRequiredError | PermissionError | ServiceError | UnexpectedAnswerError | PictureRefusedError;

/** What the service answered with a failure; null where no response came. */
export function summaryInError(error: unknown): ResponseSummary | null {
  if (!(error instanceof ResponseError)) return null;
  const { status, code, requestId } = error;
  return { status, code, requestId };
}

/** Whether a failure may be over after a while: outages, bad connections, throttling. */
export function isTransientError(error: unknown): boolean {
  return transientErrors.some((type) => error instanceof type);
}

const transientErrors = [UnreachableError, TimeoutError, ThrottledError, ServiceError, UnexpectedAnswerError];

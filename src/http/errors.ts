/** The service cannot be reached: offline, refused, reset, or blocked by CORS. The browser does not say which. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** One try, or all tries together, took longer than their timeout. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** A response is larger than any that the service has a reason to send; it was not read to its end. */
export class ResponseTooLargeError extends Error {
  override readonly name = 'ResponseTooLargeError';
}

/** The service asks for a pause longer than `longestDelay`. `notBefore`: when it ends, in milliseconds since 1970. */
export class ThrottledError extends Error {
  override readonly name = 'ThrottledError';
  readonly notBefore: number;

  constructor(notBefore: number) {
    super('The service asks for a pause');
    this.notBefore = notBefore;
  }
}

/** Everything that `HttpClient` throws, besides the reason of an abort. */
export type HttpError = UnreachableError | TimeoutError | ResponseTooLargeError | ThrottledError;

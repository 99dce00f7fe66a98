/** The service cannot be reached: offline, refused, reset, or kept away by CORS. The browser does not tell which. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** The service took longer than all tries together may take. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** The service asks for a pause longer than a person would wait. `notBefore`: milliseconds since 1970. */
export class ThrottledError extends Error {
  override readonly name = 'ThrottledError';
  readonly notBefore: number;

  constructor(notBefore: number) {
    super('The service asks for a pause');
    this.notBefore = notBefore;
  }
}

/** Everything that `HttpClient.send` throws, besides an abort. */
export type HttpError = UnreachableError | TimeoutError | ThrottledError;

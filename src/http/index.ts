export { ResponseTooLargeError, ThrottledError, TimeoutError, UnreachableError, type HttpError } from './errors';
export { createHttpClient, isTransient, type HttpClient } from './httpClient';
export type { HttpResponse } from './httpMessages';
export { largestResponse } from './readBody';

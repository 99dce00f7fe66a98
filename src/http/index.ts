export { ThrottledError, TimeoutError, UnreachableError, type HttpError } from './errors';
export { createHttpClient, isTransient, type HttpResponse, type HttpClient, type HttpRequest } from './httpClient';

export { ThrottledError, TimeoutError, UnreachableError, type HttpError } from './errors';
export { createHttp, isPassing, type Answer, type Http, type Send } from './http';

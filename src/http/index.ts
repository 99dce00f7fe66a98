export { ThrottledError, TimeoutError, UnreachableError } from './errors';
export { createHttp, isPassing, type Answer, type Http, type Send } from './http';

export { ThrottledError, TimeoutError, UnreachableError } from './errors';
export { createHttp, type Answer, type Http, type Send } from './http';

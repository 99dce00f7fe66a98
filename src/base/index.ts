export { abortReason } from './abortReason';
export { DeadlineError, withDeadline } from './deadline';
export { deferred } from './deferred';
export { domainOf, isMailAddress, isSameAddress, normalizeAddress } from './mailAddress';
export { observable, type Observable } from './observable';
export { whenIdle } from './whenIdle';

export { DeadlineError, deferred, withDeadline } from './deadline';
export { whenIdle } from './whenIdle';
export { observable, type Observable, type WritableObservable } from './observable';
export { isMailAddress, isSameAddress, normalizeAddress } from './mailAddress';

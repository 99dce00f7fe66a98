export { DeadlineError, deferred, withDeadline } from './deadline';
export { whenIdle } from './idle';
export { observable, type Observable, type WritableObservable } from './observable';
export { isMailAddress, isSameAddress, normalizeAddress } from './mailAddress';

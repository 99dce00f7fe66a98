export { DeadlineError, settled, withDeadline } from './deadline';
export { observable, type Observable, type Source } from './observable';

export { DeadlineError, settled, withDeadline } from './deadline';
export { whenIdle } from './idle';
export { observable, type Observable, type Source } from './observable';

import { lazyPart } from './lazyPart';

/** `ErrorMessage`, lazy-loaded: most photos are read without an error. */
export const LazyErrorMessage = lazyPart(() => import(/* webpackChunkName: "error-message" */ './ErrorMessage'));

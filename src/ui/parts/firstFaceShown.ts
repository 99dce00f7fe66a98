import { deferred } from '../../base';

/**
 * Lazy-loaded parts wait for the first face at most this long, since some screens have no large face. Milliseconds.
 */
const firstFaceTimeout = 1_000;

const first = deferred<undefined>();

/** Resolves when the first face is drawn, when it is known to be missing, or after a second. */
export const firstFaceShown: Promise<undefined> = first.promise;

/** The first face is drawn, or known to be missing. */
export function markFirstFaceShown(): void {
  first.resolve(undefined);
}

/** Resolves `firstFaceShown` after a second at the latest. */
export function startFirstFaceTimeout(): void {
  setTimeout(markFirstFaceShown, firstFaceTimeout);
}

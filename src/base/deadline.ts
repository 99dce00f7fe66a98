import { abortReason } from './abortReason';
import { deferred } from './deferred';

/** An operation of another program did not complete in time. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  readonly operation: string;
  readonly milliseconds: number;

  constructor(operation: string, milliseconds: number) {
    super(`${operation} did not answer within ${milliseconds} ms`);
    this.operation = operation;
    this.milliseconds = milliseconds;
  }
}

/**
 * Waits for `work`, but at most `milliseconds`; a later result of `work` is dropped. `operation` names it in the error.
 * @throws DeadlineError when the time is up; the signal's own reason when it aborts.
 */
export async function withDeadline<T>(
  work: PromiseLike<T>,
  milliseconds: number,
  operation: string,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const { promise: interruption, reject } = deferred<never>();
  const abort = (): void => reject(abortReason(signal));
  const timer = setTimeout(() => reject(new DeadlineError(operation, milliseconds)), milliseconds);
  signal?.addEventListener('abort', abort);
  try {
    return await Promise.race([work, interruption]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

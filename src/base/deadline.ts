/** Another program did not answer in time. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  readonly what: string;
  readonly milliseconds: number;

  constructor(what: string, milliseconds: number) {
    super(`${what} did not answer within ${milliseconds} ms`);
    this.what = what;
    this.milliseconds = milliseconds;
  }
}

/**
 * Waits for `work`, but at most `milliseconds`; a later outcome of `work` is dropped.
 * @throws DeadlineError when time is up; the signal's own reason when it aborts.
 */
export async function withDeadline<T>(
  work: PromiseLike<T>,
  milliseconds: number,
  what: string,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const { promise: limit, reject } = deferred<never>();
  const abort = (): void => {
    const reason: unknown = signal?.reason;
    reject(
      reason instanceof Error || reason instanceof DOMException
        ? reason
        : new DOMException('The wait was given up.', 'AbortError'),
    );
  };
  const timer = setTimeout(() => reject(new DeadlineError(what, milliseconds)), milliseconds);
  signal?.addEventListener('abort', abort);
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** A promise and what settles it. */
export function deferred<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: Error) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

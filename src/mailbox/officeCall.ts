import { withDeadline } from '../base';
import { OfficeCallError } from './errors';

/** Callbacks of Office.js sometimes never come (faults seen in classic Outlook): nothing waits longer. Milliseconds. */
const callLimit = 5_000;

/**
 * Turns an Office.js call with a callback into a promise.
 * @throws OfficeCallError when Office reports a failure, DeadlineError when the callback never comes.
 */
export function call<T>(what: string, start: (callback: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  const answer = new Promise<T>((resolve, reject) => {
    start((result) => {
      // Compared as text: the enum is a global that exists only where Office.js has loaded.
      if (String(result.status) === 'succeeded') resolve(result.value);
      else reject(new OfficeCallError(what, result.error));
    });
  });
  return withDeadline(answer, callLimit, what);
}

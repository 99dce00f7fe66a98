import { withDeadline } from '../base';
import { hostText, hostValue } from './hostValue';
import { OfficeCallError } from './errors';

/** Some callbacks of Office.js never come (seen in classic Outlook). Milliseconds. */
const callTimeout = 5_000;

/**
 * Turns an Office.js call with a callback into a promise. `operation` names it in errors; `undoLate` undoes what succeeds
 * after the deadline.
 * @throws OfficeCallError when Office reports a failure, DeadlineError when the callback does not come in time.
 */
export function callOffice<T>(
  operation: string,
  start: (callback: (result: Office.AsyncResult<T>) => void) => void,
  undoLate?: (value: T) => void,
): Promise<T> {
  let isOver = false;
  const result = new Promise<T>((resolve, reject) => {
    start((outcome) => {
      // Compared as text: the enum is a global that exists only once Office.js has loaded.
      const hasSucceeded = hostText(() => outcome.status) === 'succeeded';
      if (isOver && hasSucceeded) hostValue(() => undoLate?.(outcome.value));
      if (hasSucceeded) resolve(hostValue(() => outcome.value) as T);
      else
        reject(
          new OfficeCallError(
            operation,
            hostValue(() => outcome.error),
          ),
        );
    });
  });
  return withDeadline(result, callTimeout, operation).finally(() => (isOver = true));
}

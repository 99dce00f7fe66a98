import { withDeadline } from '../base';
import { OfficeCallError } from './errors';

/** Some callbacks of Office.js never come (seen in classic Outlook). Milliseconds. */
const callTimeout = 5_000;

/**
 * Turns an Office.js call with a callback into a promise. `operation` names it in errors.
 * @throws OfficeCallError when Office reports a failure, DeadlineError when the callback does not come in time.
 */
export function callOffice<T>(
  operation: string,
  start: (callback: (result: Office.AsyncResult<T>) => void) => void,
): Promise<T> {
  const result = new Promise<T>((resolve, reject) => {
    start(({ status, value, error }) => {
      // Compared as text: the enum is a global that exists only once Office.js has loaded.
      if (String(status) === 'succeeded') resolve(value);
      else reject(new OfficeCallError(operation, error));
    });
  });
  return withDeadline(result, callTimeout, operation);
}

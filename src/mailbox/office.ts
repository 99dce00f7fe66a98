import { withDeadline } from '../base';
import { NotInOutlookError, OfficeMissingError } from './errors';

/** How long Office.js may take to load and to greet its host. Milliseconds. */
const bootLimit = 10_000;

/**
 * Waits until Office.js has loaded and its host has answered.
 * @throws OfficeMissingError when Office.js does not load, NotInOutlookError in any other host or in a plain tab.
 */
export async function officeReady(): Promise<typeof Office> {
  const office = await loaded();
  const { host } = await withDeadline(office.onReady(), bootLimit, 'Outlook');
  if (String(host) !== 'Outlook') throw new NotInOutlookError('The host is not Outlook');
  return office;
}

async function loaded(): Promise<typeof Office> {
  const { Office: present } = globalThis as { Office?: typeof Office };
  if (present) return present;
  const script = document.querySelector<HTMLScriptElement>('script[src*="/office.js"]');
  if (!script) throw new OfficeMissingError('The page has no Office.js');
  try {
    await withDeadline(loadOf(script), bootLimit, 'Office.js');
  } catch (cause) {
    throw new OfficeMissingError('Office.js did not load', { cause });
  }
  return Office;
}

function loadOf(script: HTMLScriptElement): Promise<void> {
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new OfficeMissingError('Office.js was refused')));
  });
}

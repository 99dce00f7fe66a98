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
  const script = document.querySelector<HTMLScriptElement>('script[src*="/office.js"]');
  try {
    if (script && !present()) await withDeadline(endOf(script), bootLimit, 'Office.js');
  } catch (cause) {
    throw new OfficeMissingError('Office.js did not load', { cause });
  }
  const office = present();
  if (!office) throw new OfficeMissingError('Office.js was refused');
  return office;
}

function present(): typeof Office | undefined {
  return (globalThis as { Office?: typeof Office }).Office;
}

/** The script has run, or never will: the page's own load event waits for it either way. */
function endOf(script: HTMLScriptElement): Promise<unknown> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    for (const event of ['load', 'error']) script.addEventListener(event, resolve, { once: true });
    globalThis.addEventListener('load', resolve, { once: true });
  });
}

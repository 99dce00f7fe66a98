import { withDeadline } from '../base';
import { NotInOutlookError, OfficeMissingError, ScriptBlockedError } from './errors';
import { hostText } from './hostValue';
import { mailboxOf } from './officeHost';

/** The time for Office.js to load, and for its host to respond after that. Milliseconds. */
const startTimeout = 10_000;

/** The same once a script was blocked: it may be one that Outlook does not need. Milliseconds. */
const blockedTimeout = 2_000;

/**
 * Waits until Office.js has loaded and its host has responded.
 * @throws OfficeMissingError when Office.js does not load, NotInOutlookError in another host or in a plain browser tab,
 * DeadlineError when the host does not respond, ScriptBlockedError where the policy of the page is the reason for either.
 */
export async function officeReady(): Promise<typeof Office> {
  const stop = new AbortController();
  try {
    return await Promise.race([startedOffice(), failWhereBlocked(stop.signal)]);
  } catch (cause) {
    const hosts = blockedHosts();
    throw hosts.length > 0 ? new ScriptBlockedError(hosts, { cause }) : cause;
  } finally {
    stop.abort();
  }
}

async function startedOffice(): Promise<typeof Office> {
  const office = await loadedOffice();
  const info = await withDeadline(office.onReady(), startTimeout, 'Outlook');
  // The host's part of Office.js may have replaced the object meanwhile.
  const ready = globalOffice() ?? office;
  const isOutlook = hostText(() => info.host) === 'Outlook' || mailboxOf(ready) !== undefined;
  if (!isOutlook) throw new NotInOutlookError('The host is not Outlook');
  return ready;
}

async function loadedOffice(): Promise<typeof Office> {
  const script = document.querySelector<HTMLScriptElement>('script[src*="/office.js"]');
  try {
    if (script && !globalOffice()) await withDeadline(whenSettled(script), startTimeout, 'Office.js');
  } catch (cause) {
    throw new OfficeMissingError('Office.js did not load', { cause });
  }
  const office = globalOffice();
  if (!office) throw new OfficeMissingError('Office.js was refused');
  return office;
}

/** Rejects some time after a script was blocked, now or before. */
async function failWhereBlocked(signal: AbortSignal): Promise<never> {
  if (blockedHosts().length === 0) {
    await new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve, { signal }));
  }
  return withDeadline(new Promise<never>(() => undefined), blockedTimeout, 'Outlook without a script');
}

/** Noted by blocked-scripts.ts. */
function blockedHosts(): readonly string[] {
  return document.documentElement.dataset['blocked']?.split(' ') ?? [];
}

function globalOffice(): typeof Office | undefined {
  return (globalThis as { Office?: typeof Office }).Office;
}

/** Resolves when the script has run or failed; the load event of the page waits for either. */
function whenSettled(script: HTMLScriptElement): Promise<unknown> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    for (const event of ['load', 'error']) script.addEventListener(event, resolve, { once: true });
    globalThis.addEventListener('load', resolve, { once: true });
  });
}

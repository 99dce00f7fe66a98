import { abortReason, deferred, withDeadline } from '../base';
import { DialogError } from './errors';
import { hostText, hostValue } from './hostValue';
import { officeReady } from './officeReady';

interface DialogEvent {
  readonly message?: string;
  readonly error?: number;
}

/** The time for a host to open the window. Milliseconds. */
const openTimeout = 15_000;

/** Office's code for a window that the browser blocked. */
const windowBlockedCode = 12011;

/**
 * Opens a page of the add-in's own origin in an Office dialog and resolves with the one message it sends. However it ends,
 * the dialog is closed: an open one keeps the next from opening. Only inside a click: browsers block the window otherwise.
 * @throws DialogError when it cannot open or is closed first; the signal's own reason when it aborts.
 */
export async function requestInDialog(url: string, signal?: AbortSignal): Promise<string> {
  signal?.throwIfAborted();
  const office = await officeReady();
  const dialog = await openDialog(office, url, signal);
  try {
    return await messageOf(office, dialog, signal);
  } finally {
    close(dialog);
  }
}

function messageOf(office: typeof Office, dialog: Office.Dialog, signal: AbortSignal | undefined): Promise<string> {
  const { promise, resolve, reject } = deferred<string>();
  const fail = (event: DialogEvent): void => reject(new DialogError(codeOf(() => event.error)));
  dialog.addEventHandler(office.EventType.DialogMessageReceived, (event: DialogEvent) => {
    const message = hostText(() => event.message);
    if (message) resolve(message);
    else fail(event);
  });
  dialog.addEventHandler(office.EventType.DialogEventReceived, fail);
  signal?.addEventListener('abort', () => reject(abortReason(signal)), { once: true });
  return promise;
}

async function openDialog(office: typeof Office, url: string, signal: AbortSignal | undefined): Promise<Office.Dialog> {
  const { promise, resolve, reject } = deferred<Office.Dialog>();
  const firstOwnElement = document.body.firstElementChild;
  const options: Office.DialogOptions = { height: 60, width: 30, promptBeforeOpen: false };
  office.context.ui.displayDialogAsync(url, options, (result: Partial<Office.AsyncResult<Office.Dialog>>) => {
    const dialog = hostValue(() => (result.error ? null : result.value));
    if (dialog) resolve(dialog);
    else if (hideOfficeOverlay(firstOwnElement)) reject(new DialogError(windowBlockedCode));
    else reject(new DialogError(codeOf(() => result.error?.code)));
  });
  try {
    return await withDeadline(promise, openTimeout, 'the sign-in window', signal);
  } catch (error) {
    void promise.then(close, () => undefined);
    throw error;
  }
}

function codeOf(read: () => unknown): number {
  return Number(hostValue(read)) || 0;
}

/** Does nothing where it is closed already. */
function close(dialog: Office.Dialog): void {
  hostValue(() => dialog.close());
}

/**
 * Hides the overlay that Office.js on the web puts over the pane when the browser blocks the window. Its dialog needs
 * inline markup, which the page's policy forbids, so the overlay stays empty and Office reports a generic code.
 * @returns whether there was an overlay.
 */
function hideOfficeOverlay(firstOwnElement: Element | null): boolean {
  const first = document.body.firstElementChild;
  if (first === firstOwnElement) return false;
  // Not removed: Office.js removes it when it opens the next window.
  first?.setAttribute('hidden', '');
  return true;
}

/**
 * Sends a message from a dialog's page to the pane that opened it. Without a target, Office.js sends it to a window of the
 * page's own origin only. @throws as `officeReady`.
 */
export async function sendToOpener(message: string): Promise<void> {
  const office = await officeReady();
  office.context.ui.messageParent(message);
}

import { deferred, withDeadline } from '../base';
import { DialogError } from './errors';
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
 * Opens a page of the add-in's own origin in an Office dialog and resolves with the one message it sends.
 * Only inside a click: browsers block the window otherwise.
 * @throws DialogError when it cannot open or is closed first; AbortError when the signal aborts.
 */
export async function requestInDialog(url: string, signal?: AbortSignal): Promise<string> {
  signal?.throwIfAborted();
  const office = await officeReady();
  const dialog = await openDialog(office, url);
  return new Promise<string>((resolve, reject) => {
    const abort = (): void => {
      dialog.close();
      reject(new DOMException('The dialog was closed', 'AbortError'));
    };
    const stopListening = (): void => signal?.removeEventListener('abort', abort);
    signal?.addEventListener('abort', abort);
    dialog.addEventHandler(office.EventType.DialogMessageReceived, (event: DialogEvent) => {
      stopListening();
      dialog.close();
      if (typeof event.message === 'string') resolve(event.message);
      else reject(new DialogError(event.error ?? 0));
    });
    dialog.addEventHandler(office.EventType.DialogEventReceived, (event: DialogEvent) => {
      stopListening();
      reject(new DialogError(event.error ?? 0));
    });
  });
}

async function openDialog(office: typeof Office, url: string): Promise<Office.Dialog> {
  const { promise, resolve, reject } = deferred<Office.Dialog>();
  const firstOwnElement = document.body.firstElementChild;
  const options: Office.DialogOptions = { height: 60, width: 30, promptBeforeOpen: false };
  office.context.ui.displayDialogAsync(url, options, ({ value, error }) => {
    const code = (error as Office.Error | undefined)?.code;
    if (code === undefined) resolve(value);
    else reject(new DialogError(hideOfficeOverlay(firstOwnElement) ? windowBlockedCode : code));
  });
  return withDeadline(promise, openTimeout, 'the sign-in window');
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

/** Sends a message from a dialog's page to the pane that opened it. @throws as `officeReady`. */
export async function sendToOpener(message: string): Promise<void> {
  const office = await officeReady();
  office.context.ui.messageParent(message);
}

import { deferred, withDeadline } from '../base';
import { DialogError, OfficeMissingError } from './errors';
import { officeReady } from './officeReady';

/**
 * Opens a page of the add-in's own origin in an Office dialog and waits for the one message it sends.
 * Only from a click: browsers block the window otherwise.
 * @throws DialogError when it cannot open or is closed first; AbortError when the signal aborts.
 */
export async function askInDialog(url: string, signal?: AbortSignal): Promise<string> {
  signal?.throwIfAborted();
  const office = await officeReady();
  const dialog = await open(office, url);
  return new Promise<string>((resolve, reject) => {
    const abort = (): void => {
      dialog.close();
      reject(new DOMException('The dialog was given up.', 'AbortError'));
    };
    const settle = (): void => signal?.removeEventListener('abort', abort);
    signal?.addEventListener('abort', abort);
    dialog.addEventHandler(office.EventType.DialogMessageReceived, (event: DialogEvent) => {
      settle();
      dialog.close();
      if (typeof event.message === 'string') resolve(event.message);
      else reject(new DialogError(event.error ?? 0));
    });
    dialog.addEventHandler(office.EventType.DialogEventReceived, (event: DialogEvent) => {
      settle();
      reject(new DialogError(event.error ?? 0));
    });
  });
}

type DialogEvent = { readonly message?: string; readonly error?: number };

/** How long a host may take to open the window. Milliseconds. */
const openLimit = 15_000;

/** Office's code for "the browser kept the window from opening". */
const windowBlocked = 12011;

async function open(office: typeof Office, url: string): Promise<Office.Dialog> {
  const { promise, resolve, reject } = deferred<Office.Dialog>();
  const ownFirst = document.body.firstElementChild;
  const options: Office.DialogOptions = { height: 60, width: 30, promptBeforeOpen: false };
  office.context.ui.displayDialogAsync(url, options, ({ value, error }) => {
    const code = (error as Office.Error | undefined)?.code;
    if (code === undefined) resolve(value);
    else reject(new DialogError(hideSheet(ownFirst) ? windowBlocked : code));
  });
  return withDeadline(promise, openLimit, 'the sign-in window');
}

/**
 * Where the browser blocks the window, the Office.js of web clients lays a sheet over the pane and starts a notice of
 * its own, whose markup the page's policy forbids: it fails halfway with a code that says nothing, and the sheet stays.
 * @returns whether there was one.
 */
function hideSheet(ownFirst: Element | null): boolean {
  const first = document.body.firstElementChild;
  if (first === ownFirst) return false;
  // Not removed: Office.js means to remove it itself when the next window opens.
  first?.setAttribute('hidden', '');
  return true;
}

/** Sends the answer of a dialog's page to the pane that opened it. */
export async function answerOpener(message: string): Promise<void> {
  const { Office: office } = globalThis as { Office?: typeof Office };
  if (!office) throw new OfficeMissingError('Office.js did not load');
  await office.onReady();
  office.context.ui.messageParent(message);
}

import { DialogError, OfficeMissingError } from './errors';
import { officeReady } from './office';

/** The user closed the dialog. */
export const dialogClosed = 12006;

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

function open(office: typeof Office, url: string): Promise<Office.Dialog> {
  return new Promise((resolve, reject) => {
    const options: Office.DialogOptions = { height: 60, width: 30, promptBeforeOpen: false };
    office.context.ui.displayDialogAsync(url, options, ({ value, error }) => {
      const code = (error as Office.Error | undefined)?.code;
      if (code === undefined) resolve(value);
      else reject(new DialogError(code));
    });
  });
}

/** Sends the answer of a dialog's page to the pane that opened it. */
export async function answerOpener(message: string): Promise<void> {
  const { Office: office } = globalThis as { Office?: typeof Office };
  if (!office) throw new OfficeMissingError('Office.js did not load');
  await office.onReady();
  office.context.ui.messageParent(message);
}

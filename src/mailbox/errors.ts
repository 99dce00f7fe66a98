/** Office.js did not load: blocked, or the network is down. */
export class OfficeMissingError extends Error {
  override readonly name = 'OfficeMissingError';
}

/** The page runs, but not inside Outlook. */
export class NotInOutlookError extends Error {
  override readonly name = 'NotInOutlookError';
}

/** Office.js answered a call with an error. `code` is Office's own number. */
export class OfficeCallError extends Error {
  override readonly name = 'OfficeCallError';
  readonly code: number;

  constructor(what: string, error: Office.Error | undefined) {
    super(`${what} failed: ${error?.name ?? 'no reason given'}`);
    this.code = error?.code ?? 0;
  }
}

/** The sign-in dialog could not be opened or was closed. `code` is Office's own number (12002 to 12011). */
export class DialogError extends Error {
  override readonly name = 'DialogError';
  readonly code: number;

  constructor(code: number) {
    super(`The dialog ended with code ${code}`);
    this.code = code;
  }
}

/** Everything that a call of Office.js throws, besides an abort and a DeadlineError. */
export type MailboxError = OfficeMissingError | NotInOutlookError | OfficeCallError | DialogError;

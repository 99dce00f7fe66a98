import { hostText, hostValue } from './hostValue';

/** Office.js did not load: it is blocked, or the network is down. */
export class OfficeMissingError extends Error {
  override readonly name = 'OfficeMissingError';
}

/** The page's policy blocks a script that Outlook needs. `hosts`: where it would come from. */
export class ScriptBlockedError extends Error {
  override readonly name = 'ScriptBlockedError';
  readonly hosts: readonly string[];

  constructor(hosts: readonly string[], options: ErrorOptions) {
    super(`The policy of the page blocks scripts of ${hosts.join(', ')}`, options);
    this.hosts = hosts;
  }
}

/** The page is open outside Outlook. */
export class NotInOutlookError extends Error {
  override readonly name = 'NotInOutlookError';
}

/** An Office.js call failed. `code` is Office's number. */
export class OfficeCallError extends Error {
  override readonly name = 'OfficeCallError';
  readonly code: number;

  constructor(operation: string, error: Office.Error | undefined) {
    super(`${operation} failed: ${hostText(() => error?.name) || 'no reason given'}`);
    this.code = Number(hostValue(() => error?.code)) || 0;
  }
}

/** The sign-in dialog could not be opened or was closed. `code` is Office's number (12002 to 12011). */
export class DialogError extends Error {
  override readonly name = 'DialogError';
  readonly code: number;

  constructor(code: number) {
    super(`The dialog ended with code ${code}`);
    this.code = code;
  }
}

/** Everything that the mailbox throws, besides a DeadlineError and the reason of an abort. */
export type MailboxError = OfficeMissingError | ScriptBlockedError | NotInOutlookError | OfficeCallError | DialogError;

export {
  DialogError,
  NotInOutlookError,
  OfficeCallError,
  OfficeMissingError,
  ScriptBlockedError,
  type MailboxError,
} from './errors';
export type { Brightness, Mailbox, Part, Person, Recipient, Selection } from './mailbox';
export { requestInDialog, sendToOpener } from './officeDialog';
export { openMailbox } from './openMailbox';

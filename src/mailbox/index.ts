export { answerOpener, askInDialog } from './officeDialog';
export { DialogError, NotInOutlookError, OfficeCallError, OfficeMissingError, type MailboxError } from './errors';
export type { Brightness, Mailbox, Me, Part, Person, Recipient, Selection } from './mailbox';
export { openMailbox } from './openMailbox';

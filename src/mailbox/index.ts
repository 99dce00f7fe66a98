export { answerOpener, askInDialog } from './dialog';
export { DialogError, NotInOutlookError, OfficeCallError, OfficeMissingError } from './errors';
export type { Brightness, Mailbox, Me, Person, Selection } from './mailbox';
export { openMailbox } from './open';

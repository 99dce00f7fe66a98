import { followSelection } from './followSelection';
import type { Mailbox } from './mailbox';
import { followMe } from './mailboxOwner';
import { officeReady } from './officeReady';
import { followTheme } from './followTheme';

/**
 * Opens the mailbox that the pane stands in.
 * @throws OfficeMissingError, NotInOutlookError, DeadlineError: see `officeReady`.
 */
export async function openMailbox(): Promise<Mailbox> {
  const office = await officeReady();
  const selection = followSelection(office);
  return {
    selection,
    ...followMe(office, selection),
    brightness: followTheme(office),
    language: office.context.displayLanguage,
    promisesNestedAuth: office.context.requirements.isSetSupported('NestedAppAuth', '1.1'),
  };
}

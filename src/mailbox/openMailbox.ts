import { followSelection } from './followSelection';
import { followTheme } from './followTheme';
import type { Mailbox } from './mailbox';
import { followMailboxOwner } from './mailboxOwner';
import { officeReady } from './officeReady';

/**
 * Opens the mailbox that the pane is open in.
 * @throws OfficeMissingError, NotInOutlookError, DeadlineError: see `officeReady`.
 */
export async function openMailbox(): Promise<Mailbox> {
  const office = await officeReady();
  const { selection, rereadSelection } = followSelection(office);
  return {
    selection,
    rereadSelection,
    ...followMailboxOwner(office, selection),
    brightness: followTheme(office),
    language: office.context.displayLanguage,
    isPhone: isPhone(office),
  };
}

/** By the values of `Office.PlatformType`, which older hosts do not give. */
function isPhone({ context }: typeof Office): boolean {
  return ['iOS', 'Android'].includes(String(context.platform));
}

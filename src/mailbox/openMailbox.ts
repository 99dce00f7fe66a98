import { followSelection } from './followSelection';
import { followTheme } from './followTheme';
import { hostText } from './hostValue';
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
    language: localeIn(hostText(() => office.context.displayLanguage)),
    // Older hosts do not give it.
    isPhone: ['iOS', 'Android'].includes(hostText(() => office.context.platform)),
  };
}

/** A language tag that `Intl` takes; the browser's where the host gives none. Some hosts write `de_DE`. */
function localeIn(text: string): string {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] ?? navigator.language;
  } catch {
    return navigator.language;
  }
}

import { observable, withDeadline, type Observable } from '../base';
import { hostText } from './hostValue';
import type { Mailbox, MailboxOwner, Selection } from './mailbox';

type OwnerIds = Pick<MailboxOwner, 'tenantId' | 'objectId'>;

/** The time for the host to give the ids of its account. Milliseconds. */
const authContextTimeout = 3_000;

/**
 * Follows the owner of the mailbox. A pane that opens without an item gets the address with the first one; the ids come
 * from Office's AuthContext, in hosts that have it.
 */
export function followMailboxOwner(
  office: typeof Office,
  selection: Observable<Selection>,
): Pick<Mailbox, 'me' | 'identified'> {
  let ids: OwnerIds = { tenantId: null, objectId: null };
  const read = (): MailboxOwner | null => {
    const address = hostText(() => office.context.mailbox.userProfile.emailAddress);
    const name = hostText(() => office.context.mailbox.userProfile.displayName);
    return address ? { name, address, ...ids } : null;
  };
  const me = observable(read());
  const update = (): void => {
    const next = read();
    if (JSON.stringify(next) !== JSON.stringify(me.value)) me.set(next);
  };
  selection.subscribe(update);
  const identified = readIds(office).then((found) => {
    if (found) ids = found;
    update();
  });
  return { me, identified };
}

async function readIds(office: typeof Office): Promise<OwnerIds | null> {
  try {
    const found = await withDeadline(office.auth.getAuthContext(), authContextTimeout, 'AuthContext');
    return { tenantId: hostText(() => found.tenantId) || null, objectId: hostText(() => found.userObjectId) || null };
  } catch {
    // Without ids the accounts are compared by address.
    return null;
  }
}

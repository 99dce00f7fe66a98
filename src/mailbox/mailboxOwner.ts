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
  let ids = noIds;
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
  let identified: Promise<void>;
  const identify = (): void => {
    const reading = readIds(office).then((found) => {
      // The owner has changed meanwhile: the ids may be of the one before.
      if (reading !== identified) return;
      if (found) ids = found;
      update();
    });
    identified = reading;
  };
  selection.subscribe(() => {
    // Another mailbox has other ids, which are not known at once.
    if (me.value?.address !== read()?.address) ids = noIds;
    identify();
    update();
  });
  identify();
  return { me, identified: () => identified };
}

const noIds: OwnerIds = { tenantId: null, objectId: null };

async function readIds(office: typeof Office): Promise<OwnerIds | null> {
  try {
    const found = await withDeadline(office.auth.getAuthContext(), authContextTimeout, 'AuthContext');
    return { tenantId: hostText(() => found.tenantId) || null, objectId: hostText(() => found.userObjectId) || null };
  } catch {
    // Without ids the accounts are compared by address.
    return null;
  }
}

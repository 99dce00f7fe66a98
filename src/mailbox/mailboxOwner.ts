import { observable, withDeadline, type Observable } from '../base';
import type { Mailbox, MailboxOwner, Selection } from './mailbox';

type OwnerIds = Pick<MailboxOwner, 'tenantId' | 'objectId'>;

/** The time for the host to give the ids of its account. Milliseconds. */
const authContextTimeout = 3_000;

/**
 * Follows the owner of the mailbox. A pane that opens without an item gets the address with the first one; the ids come
 * from Office's AuthContext, in hosts that have it.
 */
export function followMailboxOwner(
  { auth, context }: typeof Office,
  selection: Observable<Selection>,
): Pick<Mailbox, 'me' | 'identified'> {
  let ids: OwnerIds = { tenantId: null, objectId: null };
  const read = (): MailboxOwner | null => {
    const { displayName, emailAddress } = (context.mailbox.userProfile as Office.UserProfile | undefined) ?? {};
    return emailAddress ? { name: displayName ?? '', address: emailAddress, ...ids } : null;
  };
  const me = observable(read());
  const update = (): void => {
    const next = read();
    if (JSON.stringify(next) !== JSON.stringify(me.value)) me.set(next);
  };
  selection.subscribe(update);
  const identified = readIds(auth).then((found) => {
    if (found) ids = found;
    update();
  });
  return { me, identified };
}

async function readIds(auth: Office.Auth | undefined): Promise<OwnerIds | null> {
  const { getAuthContext } = (auth as Partial<Office.Auth> | undefined) ?? {};
  if (typeof getAuthContext !== 'function') return null;
  try {
    const found = await withDeadline(getAuthContext.call(auth), authContextTimeout, 'AuthContext');
    return { tenantId: found.tenantId || null, objectId: found.userObjectId || null };
  } catch {
    // Without ids the accounts are compared by address.
    return null;
  }
}

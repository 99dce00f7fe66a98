import { observable, withDeadline, type Observable } from '../base';
import type { Mailbox, Me, Selection } from './mailbox';

/** How long the host may take to tell the ids of its account. Milliseconds. */
const authContextLimit = 3_000;

/**
 * The mailbox's own account. Its address comes with the first item (a pane that opened without one learns it later);
 * its ids, where the host has them, come from Office's AuthContext.
 */
export function followMe(
  { auth, context }: typeof Office,
  selection: Observable<Selection>,
): Pick<Mailbox, 'me' | 'identified'> {
  let ids: Pick<Me, 'tenantId' | 'objectId'> = { tenantId: null, objectId: null };
  const read = (): Me | null => {
    const { displayName, emailAddress } = (context.mailbox.userProfile as Office.UserProfile | undefined) ?? {};
    return emailAddress ? { name: displayName ?? '', address: emailAddress, ...ids } : null;
  };
  const me = observable(read());
  const update = (): void => {
    const next = read();
    if (JSON.stringify(next) !== JSON.stringify(me.value)) me.set(next);
  };
  selection.subscribe(update);
  const identified = readIds(auth).then((told) => {
    if (told) ids = told;
    update();
  });
  return { me, identified };
}

async function readIds(auth: Office.Auth | undefined): Promise<Pick<Me, 'tenantId' | 'objectId'> | null> {
  const { getAuthContext } = (auth as Partial<Office.Auth> | undefined) ?? {};
  if (typeof getAuthContext !== 'function') return null;
  try {
    const told = await withDeadline(getAuthContext.call(auth), authContextLimit, 'AuthContext');
    return { tenantId: told.tenantId || null, objectId: told.userObjectId || null };
  } catch {
    // The ids make the comparison of accounts exact; without them the addresses are compared.
    return null;
  }
}

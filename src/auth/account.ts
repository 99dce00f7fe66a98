import { isSameAddress } from '../base';
import type { Account } from './tokens';

/** The owner of the mailbox; the ids are null in hosts that do not give them. */
export interface MailboxOwner {
  readonly address: string;
  readonly tenantId: string | null;
  readonly objectId: string | null;
}

/** The part of MSAL's account that is used here. */
interface MsalAccount {
  readonly username: string;
  readonly tenantId?: string;
  readonly localAccountId?: string;
  readonly idTokenClaims?: Readonly<Record<string, unknown>>;
}

/** Claims of an id token that may hold addresses (Microsoft identity platform, id token claims and optional claims). */
const addressClaims = ['preferred_username', 'upn', 'email', 'verified_primary_email', 'verified_secondary_email'];

/** Converts MSAL's account, with every address of its id token once. */
export function accountOf({ username, tenantId, localAccountId, idTokenClaims }: MsalAccount): Account {
  const claimed = addressClaims.flatMap((claim) => idTokenClaims?.[claim] ?? []);
  const addresses = [username, ...claimed].filter((one): one is string => typeof one === 'string' && one !== '');
  return {
    username,
    tenantId: tenantId || null,
    objectId: localAccountId || null,
    addresses: [...new Set(addresses)],
  };
}

/** Whether the account owns the mailbox: compared by ids when both sides have them, else by any address of the account. */
export function isOwner(account: Account, owner: MailboxOwner): boolean {
  if (account.objectId && owner.objectId) {
    return isSameId(account.objectId, owner.objectId) && isSameId(account.tenantId ?? owner.tenantId, owner.tenantId);
  }
  return account.addresses.some((address) => isSameAddress(address, owner.address));
}

/** GUIDs are compared without case. */
function isSameId(one: string | null, other: string | null): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}

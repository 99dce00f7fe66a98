import { domainOf, isSameAddress } from '../base';
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
  readonly name?: string;
  readonly tenantId?: string;
  readonly localAccountId?: string;
  readonly idTokenClaims?: Readonly<Record<string, unknown>>;
}

/** Claims of an id token that may hold addresses (Microsoft identity platform, id token claims and optional claims). */
const addressClaims = ['preferred_username', 'upn', 'email', 'verified_primary_email', 'verified_secondary_email'];

/** Converts MSAL's account, with every address of its id token once. */
export function accountOf({ username, name, tenantId, localAccountId, idTokenClaims }: MsalAccount): Account {
  const claimed = addressClaims.flatMap((claim) => idTokenClaims?.[claim] ?? []);
  const addresses = [username, ...claimed].filter((one): one is string => typeof one === 'string' && one !== '');
  return {
    username,
    name: name ?? '',
    tenantId: tenantId || null,
    objectId: localAccountId || null,
    addresses: [...new Set(addresses)],
  };
}

/**
 * Whether a token for this account can serve the mailbox. A mailbox may be one that the account only has access to, such as
 * a shared one, so any account of the same tenant will do. Where the host does not give the tenant, the addresses decide:
 * one of the account's own, or of the same domain.
 */
export function canServe(account: Account, { address, tenantId }: MailboxOwner): boolean {
  if (account.tenantId && tenantId) return isSameId(account.tenantId, tenantId);
  return account.addresses.some((one) => isSameAddress(one, address) || domainOf(one) === domainOf(address));
}

/** GUIDs are compared without case. */
function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

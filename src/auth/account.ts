import type { Account } from './tokens';

/** What the mailbox tells of its owner; ids only where the host has them. */
export interface Owner {
  readonly address: string;
  readonly tenantId: string | null;
  readonly objectId: string | null;
}

/** The part of MSAL's account that is needed here. */
interface MsalAccount {
  readonly username: string;
  readonly tenantId?: string;
  readonly localAccountId?: string;
  readonly idTokenClaims?: Readonly<Record<string, unknown>>;
}

/** Claims of an id token that may hold addresses (Microsoft identity platform, id token claims and optional claims). */
const addressClaims = ['preferred_username', 'upn', 'email', 'verified_primary_email', 'verified_secondary_email'];

export function accountOf({ username, tenantId, localAccountId, idTokenClaims }: MsalAccount): Account {
  const told = addressClaims.flatMap((claim) => idTokenClaims?.[claim] ?? []);
  const addresses = [username, ...told].filter((one): one is string => typeof one === 'string' && one !== '');
  return {
    username,
    tenantId: tenantId || null,
    objectId: localAccountId || null,
    addresses: [...new Set(addresses)],
  };
}

/**
 * Whether the token's account is the mailbox's. The ids decide where both sides tell them; else an address of the
 * account has to be the mailbox's.
 */
export function isOwner(account: Account, owner: Owner): boolean {
  if (account.objectId && owner.objectId) {
    return same(account.objectId, owner.objectId) && same(account.tenantId ?? owner.tenantId, owner.tenantId);
  }
  return account.addresses.some((address) => same(address, owner.address));
}

function same(one: string | null, other: string | null): boolean {
  return one?.normalize('NFC').toLowerCase() === other?.normalize('NFC').toLowerCase();
}

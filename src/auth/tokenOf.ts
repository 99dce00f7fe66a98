import type { AuthenticationResult } from '@azure/msal-browser';
import { accountOf } from './account';
import type { Token } from './tokens';

/** Converts MSAL's result. */
export function tokenOf({ accessToken, account, scopes, expiresOn }: AuthenticationResult): Token {
  return {
    accessToken,
    account: accountOf(account),
    scopes,
    expiresAt: expiryOf(expiresOn?.getTime()),
  };
}

/** The shortest lifetime of tokens (Microsoft identity platform, access tokens). Milliseconds. */
const shortestLifetime = 3_600_000;

/** When a token expires, in milliseconds since 1970; where that cannot be read, after the shortest lifetime. */
export function expiryOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : Date.now() + shortestLifetime;
}

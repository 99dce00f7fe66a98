import type { AuthenticationResult } from '@azure/msal-browser';
import { accountOf } from './account';
import type { Token } from './tokens';

/** Converts MSAL's result. */
export function tokenOf({ accessToken, account, scopes, expiresOn }: AuthenticationResult): Token {
  return {
    accessToken,
    account: accountOf(account),
    scopes,
    expiresAt: expiresOn?.getTime() ?? Date.now(),
  };
}

import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import { DeadlineError, withDeadline } from '../base';
import { accountOf } from './account';
import type { Token, TokenRequest } from './tokens';

/** How long each step may take: the bridge itself has no limit. Milliseconds. */
const limits = { greeting: 10_000, silent: 15_000, prompt: 300_000 };

/** Sign-in through Outlook itself (nested app authentication). */
export interface NestedSignIn {
  /** Null when the bridge had refused its greeting: then the dialog has to take its place. */
  silently(request: TokenRequest): Promise<Token | null>;
  /** Only inside a click. */
  withPrompt(request: TokenRequest): Promise<Token>;
}

/** Whether Outlook has put its sign-in bridge into the page by now. */
export function hasBridge(): boolean {
  const page = globalThis as { nestedAppAuthBridge?: unknown; __initializeNestedAppAuth?: unknown };
  return page.nestedAppAuthBridge !== undefined || typeof page.__initializeNestedAppAuth === 'function';
}

/** What MSAL answers when, without a bridge, it has no account of its own to go by. */
const notNested = 'no_account_error';

/** Greets Outlook's bridge. Null when the bridge stays silent: then the dialog has to take its place. */
export async function connect(auth: { clientId: string; authority: string }): Promise<NestedSignIn | null> {
  const { createNestablePublicClientApplication } = await import(/* webpackChunkName: "msal" */ '@azure/msal-browser');
  const client = createNestablePublicClientApplication({
    // Named as known, so that MSAL finds its tokens again whatever cloud the authority belongs to.
    auth: { ...auth, knownAuthorities: [new URL(auth.authority).host] },
    // In memory only: no token is ever written to the machine.
    cache: { cacheLocation: 'memoryStorage' },
  });
  try {
    return nestedSignIn(await withDeadline(client, limits.greeting, 'the sign-in bridge'));
  } catch (error) {
    if (error instanceof DeadlineError) return null;
    throw error;
  }
}

function nestedSignIn(client: IPublicClientApplication): NestedSignIn {
  return {
    async silently({ scopes, claims, fresh = false, signal }) {
      const request = { scopes: [...scopes], forceRefresh: fresh, ...(claims !== undefined && { claims }) };
      try {
        return tokenOf(await withDeadline(client.acquireTokenSilent(request), limits.silent, 'silent sign-in', signal));
      } catch (error) {
        if ((error as { errorCode?: unknown }).errorCode === notNested) return null;
        throw error;
      }
    },
    async withPrompt({ scopes, claims, signal }) {
      const request = { scopes: [...scopes], ...(claims !== undefined && { claims }) };
      const answer = client.acquireTokenPopup(request);
      return tokenOf(await withDeadline(answer, limits.prompt, 'the sign-in prompt', signal));
    },
  };
}

/** MSAL's answer as this room's token. */
export function tokenOf({ accessToken, account, scopes, expiresOn }: AuthenticationResult): Token {
  return {
    accessToken,
    account: accountOf(account),
    scopes,
    expiresAt: expiresOn?.getTime() ?? Date.now(),
  };
}

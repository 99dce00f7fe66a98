import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import { DeadlineError, withDeadline } from '../base';
import { accountOf } from './account';
import type { Token, TokenRequest } from './tokens';

/** MSAL and Outlook's bridge have no timeouts of their own. Milliseconds. */
const timeouts = { connect: 10_000, silent: 15_000, prompt: 300_000 };

/** MSAL's code when it runs without a bridge and has no account either. */
const noBridgeCode = 'no_account_error';

/** Whether Outlook has put its sign-in bridge into the page yet. */
export function hasBridge(): boolean {
  const page = globalThis as { nestedAppAuthBridge?: unknown; __initializeNestedAppAuth?: unknown };
  return page.nestedAppAuthBridge !== undefined || typeof page.__initializeNestedAppAuth === 'function';
}

/** Connects to Outlook's bridge. Resolves with null when it does not respond: the dialog is used then. */
export async function connectToBridge(auth: { clientId: string; authority: string }): Promise<NestedAppAuth | null> {
  const { createNestablePublicClientApplication } = await import(/* webpackChunkName: "msal" */ '@azure/msal-browser');
  const client = createNestablePublicClientApplication({
    // Without known authorities MSAL does not find its cached tokens for authorities outside the public cloud.
    auth: { ...auth, knownAuthorities: [new URL(auth.authority).host] },
    // Tokens stay in memory and are never written to the machine.
    cache: { cacheLocation: 'memoryStorage' },
  });
  try {
    return new NestedAppAuth(await withDeadline(client, timeouts.connect, 'the sign-in bridge'));
  } catch (error) {
    if (error instanceof DeadlineError) return null;
    throw error;
  }
}

/** Sign-in through Outlook itself (nested app authentication). Throws errors of MSAL: see `authErrorOf`. */
export class NestedAppAuth {
  readonly #client: IPublicClientApplication;

  constructor(client: IPublicClientApplication) {
    this.#client = client;
  }

  /** Resolves with null when the bridge has refused to connect: the dialog is used then. */
  async getSilently({ scopes, claims, fresh = false, signal }: TokenRequest): Promise<Token | null> {
    const request = { scopes: [...scopes], forceRefresh: fresh, ...(claims !== undefined && { claims }) };
    try {
      const result = this.#client.acquireTokenSilent(request);
      return tokenOf(await withDeadline(result, timeouts.silent, 'silent sign-in', signal));
    } catch (error) {
      if ((error as { errorCode?: unknown }).errorCode === noBridgeCode) return null;
      throw error;
    }
  }

  /** Only inside a click. */
  async prompt({ scopes, claims, signal }: TokenRequest): Promise<Token> {
    const result = this.#client.acquireTokenPopup({
      scopes: [...scopes],
      ...(claims !== undefined && { claims }),
    });
    return tokenOf(await withDeadline(result, timeouts.prompt, 'the sign-in prompt', signal));
  }
}

/** Converts MSAL's result. */
export function tokenOf({ accessToken, account, scopes, expiresOn }: AuthenticationResult): Token {
  return {
    accessToken,
    account: accountOf(account),
    scopes,
    expiresAt: expiresOn?.getTime() ?? Date.now(),
  };
}

import type { IPublicClientApplication } from '@azure/msal-browser';
import { observable, type Observable } from '../base';
import { authErrorOf } from './authErrorOf';
import { InteractionRequiredError } from './errors';
import { tokenOf } from './tokenOf';
import type { Account, Token, TokenRequest, TokenSource } from './tokens';

/** A token is not used this long before it expires, so that it does not expire in flight. Milliseconds. */
const expiryMargin = 300_000;

/** What a sign-in asks for. `another`: the person chooses the account, whatever one the browser is signed in with. */
export interface RedirectRequest extends Pick<TokenRequest, 'scopes' | 'claims'> {
  readonly another?: boolean;
}

/** Sign-in of a page of its own in the browser, without Outlook. */
export interface RedirectSignIn extends TokenSource {
  /** Null until the page comes back from a sign-in: tokens are in memory, so a reload needs another one. */
  readonly account: Observable<Account | null>;
  /** How the sign-in ended that led to this page; null where it succeeded, or where there was none. */
  readonly failure: Error | null;
  /** Leaves the page for the identity provider, which redirects back to it. Only inside a click. */
  redirect(request: RedirectRequest): Promise<void>;
}

/**
 * Opens the sign-in and takes up the one that has just redirected to this page (authorization code with PKCE). A single-page
 * application: its address is a redirect URI of the registration.
 * @throws AuthError where MSAL does not load.
 */
export async function openRedirectSignIn(auth: { clientId: string; authority: string }): Promise<RedirectSignIn> {
  const { PublicClientApplication } = await import('@azure/msal-browser');
  const { origin, pathname } = location;
  const client = new PublicClientApplication({
    auth: { ...auth, redirectUri: origin + pathname, knownAuthorities: [new URL(auth.authority).host] },
    // MSAL redirects with no other storage. Nothing of it is left there once the page is back.
    cache: { cacheLocation: 'sessionStorage' },
  });
  await client.initialize();
  try {
    const result = await client.handleRedirectPromise();
    await client.clearCache();
    return new MsalRedirectSignIn(client, result && tokenOf(result), null);
  } catch (cause) {
    return new MsalRedirectSignIn(client, null, authErrorOf(cancelledAs(cause), { scopes: [] }));
  }
}

/** A cancelled consent has a code of its own below that of the response. */
function cancelledAs(cause: unknown): unknown {
  const isCancelled = cause instanceof Error && 'subError' in cause && cause.subError === 'cancel';
  return isCancelled ? Object.assign(new Error('Cancelled', { cause }), { code: 'access_denied' }) : cause;
}

class MsalRedirectSignIn implements RedirectSignIn {
  readonly account: Observable<Account | null>;
  readonly failure: Error | null;
  readonly #client: IPublicClientApplication;
  readonly #token: Token | null;

  constructor(client: IPublicClientApplication, token: Token | null, failure: Error | null) {
    this.#client = client;
    this.#token = token;
    this.failure = failure;
    this.account = observable(token?.account ?? null);
  }

  /** The token of the sign-in; a new one needs a click. */
  getToken({ scopes, claims, fresh = false }: TokenRequest): Promise<Token> {
    const token = this.#token;
    const isUsable = !fresh && claims === undefined && token && token.expiresAt - expiryMargin > Date.now();
    const requested = { scopes, ...(claims !== undefined && { claims }) };
    return isUsable ? Promise.resolve(token) : Promise.reject(new InteractionRequiredError(requested));
  }

  async redirect({ scopes, claims, another = false }: RedirectRequest): Promise<void> {
    try {
      await this.#client.acquireTokenRedirect({
        scopes: [...scopes],
        redirectStartPage: location.href,
        ...(claims !== undefined && { claims }),
        ...(another ? { prompt: 'select_account' } : this.#token && { loginHint: this.#token.account.username }),
      });
    } catch (cause) {
      throw authErrorOf(cause, { scopes, ...(claims !== undefined && { claims }) });
    }
  }
}

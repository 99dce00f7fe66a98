import type { DialogResponse } from './dialogResponse';
import type { DialogRequest } from './dialogSignIn';
import { tokenOf } from './tokenOf';

/**
 * The sign-in page in the dialog: redirects to the identity provider with the pane's request, and after the redirect back
 * resolves with the message for the pane.
 * @returns null while the browser leaves for the identity provider.
 */
export async function signInPage(auth: { clientId: string; authority: string }): Promise<string | null> {
  const { PublicClientApplication } = await import('@azure/msal-browser');
  const { href, hash, origin, pathname } = location;
  const client = new PublicClientApplication({
    auth: { ...auth, redirectUri: origin + pathname, knownAuthorities: [new URL(auth.authority).host] },
    // For the way to the identity provider and back.
    cache: { cacheLocation: 'sessionStorage' },
  });
  try {
    await client.initialize();
    const result = await client.handleRedirectPromise();
    if (result) {
      // The window stays open where the message reaches no pane: its storage must not keep the token.
      await client.clearCache();
      return messageOf({ kind: 'token', token: tokenOf(result) });
    }
    const { scopes, claims, loginHint } = parseRequest(hash);
    await client.acquireTokenRedirect({
      scopes: [...scopes],
      redirectStartPage: href,
      ...(claims !== undefined && { claims }),
      ...(loginHint !== undefined && { loginHint }),
    });
    return null;
  } catch (error) {
    const { errorCode, subError } = error as { errorCode?: string; subError?: string };
    const code = subError === 'cancel' ? 'access_denied' : (errorCode ?? 'unexpected');
    return messageOf({ kind: 'failed', code, ...(subError && { subError }) });
  }
}

function messageOf(response: DialogResponse): string {
  return JSON.stringify(response);
}

/** Anyone can write such an address. @throws where it is no request. */
function parseRequest(hash: string): DialogRequest {
  const { scopes, claims, loginHint } = JSON.parse(decodeURIComponent(hash.slice(1))) as DialogRequest;
  const texts: readonly unknown[] = [...scopes, claims ?? '', loginHint ?? ''];
  if (!Array.isArray(scopes) || texts.some((one) => typeof one !== 'string')) throw new TypeError('No request');
  return { scopes, ...(claims !== undefined && { claims }), ...(loginHint !== undefined && { loginHint }) };
}

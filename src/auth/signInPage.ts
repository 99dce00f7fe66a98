import type { DialogAnswer, DialogRequest } from './dialogSignIn';
import { tokenOf } from './nestedAppAuth';

/**
 * What the sign-in page does: leads to the identity provider with what the pane asked for, and, coming back from it,
 * gives the message for the pane.
 * @returns null while the page is leaving for the identity provider.
 */
export async function signInPage(auth: { clientId: string; authority: string }): Promise<string | null> {
  const { PublicClientApplication } = await import('@azure/msal-browser');
  const { href, hash, origin, pathname } = location;
  const client = new PublicClientApplication({
    auth: { ...auth, redirectUri: origin + pathname, knownAuthorities: [new URL(auth.authority).host] },
    // The dialog's own session only: closing it forgets everything.
    cache: { cacheLocation: 'sessionStorage' },
  });
  try {
    await client.initialize();
    const result = await client.handleRedirectPromise();
    if (result) return message({ token: tokenOf(result) });
    const { scopes, claims, loginHint } = readRequest(hash);
    await client.acquireTokenRedirect({
      scopes: [...scopes],
      redirectStartPage: href,
      ...(claims !== undefined && { claims }),
      ...(loginHint !== undefined && { loginHint }),
    });
    return null;
  } catch (error) {
    const { errorCode, subError } = error as { errorCode?: string; subError?: string };
    return message({ failed: subError === 'cancel' ? 'access_denied' : (errorCode ?? 'unexpected') });
  }
}

function message(answer: DialogAnswer): string {
  return JSON.stringify(answer);
}

function readRequest(hash: string): DialogRequest {
  return JSON.parse(decodeURIComponent(hash.slice(1))) as DialogRequest;
}

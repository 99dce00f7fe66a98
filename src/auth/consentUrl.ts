interface App {
  readonly clientId: string;
  readonly authority: string;
}

/**
 * Where an administrator approves permissions for everybody (Microsoft identity platform, admin consent endpoint).
 * `redirectUri` has to be registered for the app.
 */
export function consentUrl({ clientId, authority }: App, scopes: readonly string[], redirectUri: string): string {
  // A person of any organisation may follow it, so "common" becomes the endpoint for organisations.
  const tenant = authority.replace(/\/+$/, '').replace(/\/common$/, '/organizations');
  const query = new URLSearchParams({
    client_id: clientId,
    scope: [...scopes, 'openid', 'profile', 'offline_access'].join(' '),
    redirect_uri: redirectUri,
  });
  return `${tenant}/v2.0/adminconsent?${query}`;
}

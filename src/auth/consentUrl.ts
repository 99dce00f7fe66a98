interface AppRegistration {
  readonly clientId: string;
  readonly authority: string;
}

/**
 * The URL where an administrator grants scopes for the whole organization (Microsoft identity platform, admin consent
 * endpoint). `redirectUri` must be registered for the app.
 */
export function consentUrl(
  { clientId, authority }: AppRegistration,
  scopes: readonly string[],
  redirectUri: string,
): string {
  // The admin consent endpoint has no "common": it takes a tenant or "organizations".
  const tenant = authority.replace(/\/+$/, '').replace(/\/common$/, '/organizations');
  const query = new URLSearchParams({
    client_id: clientId,
    scope: [...scopes, 'openid', 'profile', 'offline_access'].join(' '),
    redirect_uri: redirectUri,
  });
  return `${tenant}/v2.0/adminconsent?${query}`;
}

import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { findAccount, tenantOf } from './directory';
import { addAdminConsent, permissionsIn } from './grant';
import type { Person } from './person';
import { registration } from './registration';
import type { ServiceContext } from './serviceContext';
import { choices, page, withQuery } from './signInPages';
import { audiences, bareScope } from './tokens';

type Query = Readonly<Record<string, string>>;

/** The text of Microsoft's error for a consent that was cancelled. */
const denied = 'AADSTS65004: The resource owner or authorization server denied the request.';

/**
 * The page where an administrator consents for the whole organization, and what it redirects with (Microsoft identity
 * platform, admin consent).
 */
export function addAdminConsentRoute(app: Hono, service: ServiceContext): void {
  app.get('/:tenant/v2.0/adminconsent', (context) => {
    const query = context.req.query();
    const wrong = validateQuery(context.req.param('tenant'), query);
    if (wrong !== null) return context.html(page('Sign in', html`<p role="alert">${wrong}</p>`), 400);
    const { scope = '', account = '', accept } = query;
    const who = findAccount(account);
    if (accept === 'no') return redirectBack(context, query, refusal(who));
    if (!who) return context.html(page('Pick an account', choices(context, '')));
    if (!who.admin) return context.html(page('Need admin approval', needsAdministrator(context)));
    const scopes = permissionsIn(scope).map(bareScope);
    if (accept !== 'yes') return context.html(page('Permissions requested', review(context, who, scopes)));
    addAdminConsent(service, tenantOf(who), scopes);
    return redirectBack(context, query, {
      admin_consent: 'True',
      tenant: tenantOf(who).id,
      scope: permissionsIn(scope).map(withResource).join(' '),
    });
  });
}

function validateQuery(tenant: string, { client_id, redirect_uri = '', scope = '' }: Query): string | null {
  if (tenant === 'common') return 'The admin consent endpoint takes an organization, not "common".';
  if (client_id !== registration.clientId) {
    return `AADSTS700016: Application with identifier '${client_id ?? ''}' was not found in the directory.`;
  }
  if (!isRegistered(redirect_uri)) {
    return `AADSTS50011: The redirect URI '${redirect_uri}' does not match the redirect URIs configured for the application.`;
  }
  return scope === '' ? "AADSTS900144: The request must contain the following parameter: 'scope'." : null;
}

function isRegistered(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { hostname, pathname, search, hash } = new URL(uri);
  return hostname === registration.redirectHost && pathname.endsWith(registration.redirectPage) && search + hash === '';
}

/** Before an account is picked its organization is not known. */
function refusal(who: Person | undefined): Record<string, string> {
  if (!who) return { error: 'access_denied', error_subcode: 'cancel', error_description: denied };
  const { id } = tenantOf(who);
  return { error: 'consent_required', error_description: denied, admin_consent: 'True', tenant: id };
}

/** Scopes without a resource are those of Microsoft Graph. */
function withResource(scope: string): string {
  return scope.startsWith('https://') ? scope : `${audiences.graph}/${scope}`;
}

function redirectBack(context: Context, { redirect_uri = '', state }: Query, outcome: Record<string, string>) {
  const answer = new URLSearchParams({ ...outcome, ...(state !== undefined && { state }) });
  return context.redirect(`${redirect_uri}?${answer}`);
}

function review(context: Context, { address }: Person, scopes: readonly string[]) {
  return html`<p>User Photo asks ${address} for the whole organization for:</p>
    <ul>
      ${scopes.map((scope) => html`<li>${scope}</li>`)}
    </ul>
    <p>
      <a href="${withQuery(context, { accept: 'yes' })}">Accept</a>
      <a href="${withQuery(context, { accept: 'no' })}">Cancel</a>
    </p>`;
}

function needsAdministrator(context: Context) {
  return html`<p>Only an administrator can grant this app its permissions.</p>
    <p>
      <a href="${withQuery(context, { account: '' })}">Sign in with another account</a>
      <a href="${withQuery(context, { accept: 'no' })}">Return to the application without granting consent</a>
    </p>`;
}

/** What came of the admin consent page. */
export type ConsentResult =
  | {
      readonly kind: 'approved';
      /** Id of the organization; null where the address has none. */
      readonly tenant: string | null;
      /** Names of the approved permissions, without those of OpenID Connect. */
      readonly permissions: readonly string[];
    }
  | {
      readonly kind: 'refused';
      /** The identity provider's code; null where the address has none of its form. */
      readonly code: string | null;
    };

const tenantForm = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** `User.Read`, but not `openid` or `offline_access`. */
const permissionForm = /^[A-Za-z]+(?:\.[A-Za-z]+)+$/;
const codeForm = /^[a-z_]{1,40}$/;
/** Before the name of a permission, such as `https://graph.microsoft.com/`. */
const resource = /^https:\/\/[^/]+\//;

/** More permissions than any consent page lists. */
const permissionLimit = 50;

/**
 * Reads what the admin consent endpoint adds to the redirect address (Microsoft identity platform, admin consent: successful
 * response, error response). Anyone can write such an address: only values of the expected form are returned.
 * @returns null where the page was opened for something else.
 */
export function parseConsentResult(search: string): ConsentResult | null {
  const query = new URLSearchParams(search);
  // An error has `admin_consent=True` beside it.
  if (query.has('error')) return { kind: 'refused', code: valueOf(query, 'error', codeForm) };
  if (query.get('admin_consent')?.toLowerCase() !== 'true') return null;
  const scopes = (query.get('scope') ?? '').split(/\s+/).map((scope) => scope.replace(resource, ''));
  const permissions = [...new Set(scopes.filter((scope) => permissionForm.test(scope)))].slice(0, permissionLimit);
  return { kind: 'approved', tenant: valueOf(query, 'tenant', tenantForm)?.toLowerCase() ?? null, permissions };
}

function valueOf(query: URLSearchParams, key: string, form: RegExp): string | null {
  const value = query.get(key) ?? '';
  return form.test(value) ? value : null;
}

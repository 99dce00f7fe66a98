import { objectId, tenantOf, type Tenant } from './directory';
import type { Person } from './person';
import { defaultConsent } from './state';
import { audiences, bareScope, lifetime, type Audience } from './tokens';
import type { ServiceContext } from './serviceContext';

const oidc = new Set(['openid', 'profile', 'offline_access', 'email']);

/** Scopes of a request without those of OpenID Connect, as written. */
export function permissionsIn(scope: string): readonly string[] {
  return scope.split(/\s+/).filter((one) => one !== '' && !oidc.has(one));
}

/** Permissions that a person, or an administrator for everybody, has consented to; without resource prefix. */
function consentedScopes({ state }: ServiceContext, who: Person): readonly string[] {
  const own = state.consent[who.address] ?? defaultConsent;
  return [...new Set([...own, ...(state.adminConsent[tenantOf(who).domain] ?? [])])];
}

/** Requested permissions without consent, without resource prefix. */
export function missingScopes(service: ServiceContext, who: Person, scope: string): readonly string[] {
  const consented = consentedScopes(service, who).map((one) => one.toLowerCase());
  return permissionsIn(scope)
    .map(bareScope)
    .filter((one) => !consented.includes(one.toLowerCase()));
}

/** Permissions that need an administrator's consent. */
const adminOnly = new Set([
  'user.read.all',
  'user.readwrite.all',
  'directory.read.all',
  'group.read.all',
  'group.readwrite.all',
  'profilephoto.read.all',
  'profilephoto.readwrite.all',
]);

/** Whether a person may consent to these permissions; else an administrator has to. */
export function mayConsent({ state }: ServiceContext, who: Person, scopes: readonly string[]): boolean {
  const needsAdmin = (scope: string): boolean => adminOnly.has(scope.toLowerCase()) || state.adminOnly.includes(scope);
  return who.admin === true || !scopes.some(needsAdmin);
}

/** Stores a person's consent. */
export function addConsent(service: ServiceContext, who: Person, scopes: readonly string[]): void {
  service.state.consent[who.address] = [...new Set([...consentedScopes(service, who), ...scopes])];
}

/** Stores an administrator's consent for everybody in the organization. */
export function addAdminConsent({ state }: ServiceContext, { domain }: Tenant, scopes: readonly string[]): void {
  state.adminConsent[domain] = [...new Set([...(state.adminConsent[domain] ?? []), ...scopes])];
}

export interface Grant {
  readonly who: Person;
  readonly clientId: string;
  readonly scope: string;
  readonly claims?: string | undefined;
  readonly nonce?: string | undefined;
}

/** Tokens in the shape of the token endpoint. */
export async function createTokens(service: ServiceContext, { who, clientId, scope, claims, nonce }: Grant) {
  const asked = permissionsIn(scope);
  // As in reality, a token carries all permissions consented to.
  const granted = [...new Set([...asked.map(bareScope), ...consentedScopes(service, who)])];
  const acrs = claims?.includes('c1') ? ['c1'] : [];
  const audience = audienceOf(asked);
  const prefix = audience === audiences.outlook ? `${audience}/` : '';
  return {
    token_type: 'Bearer',
    access_token: await service.tokens.accessToken(who, granted, audience, acrs),
    id_token: await service.tokens.idToken(who, clientId, nonce),
    expires_in: lifetime,
    scope: [...granted.map((one) => prefix + one), 'openid', 'profile'].join(' '),
    client_info: Buffer.from(JSON.stringify({ uid: objectId(who), utid: tenantOf(who).id })).toString('base64url'),
  };
}

function audienceOf(scopes: readonly string[]): Audience {
  return scopes.some((one) => one.startsWith(audiences.outlook)) ? audiences.outlook : audiences.graph;
}

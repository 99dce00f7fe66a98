import { objectId, tenantOf, type Someone } from './people';
import { reading } from './state';
import { audiences, bare, lifetime, type Audience } from './tokens';
import type { World } from './world';

const oidc = new Set(['openid', 'profile', 'offline_access', 'email']);

/** The permissions of a photo service among the scopes of a request, as they were written. */
export function permissions(scope: string): readonly string[] {
  return scope.split(/\s+/).filter((one) => one !== '' && !oidc.has(one));
}

/** Bare permissions that somebody has agreed to. */
export function agreedBy(world: World, who: Someone): readonly string[] {
  return world.state.consent[who.address] ?? reading;
}

/** Bare permissions of a request that somebody has not agreed to yet. */
export function missing(world: World, who: Someone, scope: string): readonly string[] {
  const agreed = agreedBy(world, who).map((one) => one.toLowerCase());
  return permissions(scope)
    .map(bare)
    .filter((one) => !agreed.includes(one.toLowerCase()));
}

/** Permissions that take an administrator's consent. */
const adminOnly = new Set(['user.read.all', 'user.readwrite.all', 'profilephoto.readwrite.all']);

/** Whether somebody may agree to these permissions; else an administrator has to. */
export function mayAgree(who: Someone, scopes: readonly string[]): boolean {
  return who.admin === true || !scopes.some((scope) => adminOnly.has(scope.toLowerCase()));
}

/** Remembers somebody's consent. */
export function agree(world: World, who: Someone, scopes: readonly string[]): void {
  world.state.consent[who.address] = [...new Set([...agreedBy(world, who), ...scopes])];
}

export interface Grant {
  readonly who: Someone;
  readonly clientId: string;
  readonly scope: string;
  readonly claims?: string | undefined;
  readonly nonce?: string | undefined;
}

/** The tokens for somebody who has agreed, in the shape of the token endpoint. */
export async function tokensFor(world: World, { who, clientId, scope, claims, nonce }: Grant) {
  const asked = permissions(scope);
  // Consent once given comes along with every token, as it does in reality.
  const granted = [...new Set([...asked.map(bare), ...agreedBy(world, who)])];
  const acrs = claims?.includes('c1') ? ['c1'] : [];
  const audience = audienceOf(asked);
  const prefix = audience === audiences.outlook ? `${audience}/` : '';
  return {
    token_type: 'Bearer',
    access_token: await world.mint.accessToken(who, granted, audience, acrs),
    id_token: await world.mint.idToken(who, clientId, nonce),
    expires_in: lifetime,
    scope: [...granted.map((one) => prefix + one), 'openid', 'profile'].join(' '),
    client_info: Buffer.from(JSON.stringify({ uid: objectId(who), utid: tenantOf(who).id })).toString('base64url'),
  };
}

function audienceOf(scopes: readonly string[]): Audience {
  return scopes.some((one) => one.startsWith(audiences.outlook)) ? audiences.outlook : audiences.graph;
}

import { exportJWK, generateKeyPair, jwtVerify, SignJWT, type CryptoKey, type JWK } from 'jose';
import { loginOf, objectId, tenantOf } from './directory';
import type { Person } from './person';

export const audiences = { graph: 'https://graph.microsoft.com', outlook: 'https://outlook.office.com' } as const;
export type Audience = (typeof audiences)[keyof typeof audiences];

/** The claims of an access token that the service uses. */
export interface AccessClaims {
  readonly upn: string;
  readonly scopes: readonly string[];
  /** Authentication contexts that the token satisfies. */
  readonly acrs: readonly string[];
  readonly id: string;
}

/** Lifetime of a token in seconds. */
export const lifetime = 3600;

export interface TokenIssuer {
  readonly jwk: JWK;
  accessToken(who: Person, scopes: readonly string[], audience: Audience, acrs?: readonly string[]): Promise<string>;
  idToken(who: Person, clientId: string, nonce?: string): Promise<string>;
  /** Checks signature, audience and expiry; null if one of them is wrong. */
  verify(token: string, audience: Audience): Promise<AccessClaims | null>;
}

/** Issues and checks tokens with a new key. `issuer`: origin of the identity provider. */
export async function createTokenIssuer(issuer: string): Promise<TokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'sandbox', use: 'sig', alg: 'RS256' };
  const sign = (claims: Record<string, unknown>, audience: string, who: Person): Promise<string> =>
    signed(claims, `${issuer}/${tenantOf(who).id}/v2.0`, audience, privateKey);
  return {
    jwk,
    accessToken: (who, scopes, audience, acrs = []) =>
      sign({ ...identity(who), scp: scopes.map(bareScope).join(' '), acrs, jti: crypto.randomUUID() }, audience, who),
    idToken: (who, clientId, nonce) =>
      sign({ ...identity(who), preferred_username: loginOf(who), ...(nonce && { nonce }) }, clientId, who),
    async verify(token, audience) {
      try {
        const { payload } = await jwtVerify(token, publicKey, { audience });
        const { upn, scp, acrs, jti } = payload as Record<string, unknown>;
        return {
          upn: String(upn),
          scopes: String(scp).toLowerCase().split(' '),
          acrs: Array.isArray(acrs) ? acrs.map(String) : [],
          id: String(jti),
        };
      } catch {
        return null;
      }
    },
  };
}

/** A scope without the prefix of its resource. */
export function bareScope(scope: string): string {
  return scope.replace(/^https:\/\/[^/]+\//, '');
}

function identity(who: Person): Record<string, unknown> {
  return {
    oid: objectId(who),
    tid: tenantOf(who).id,
    sub: objectId(who),
    upn: loginOf(who),
    name: who.name,
    ver: '2.0',
  };
}

function signed(claims: Record<string, unknown>, issuer: string, audience: string, key: CryptoKey): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'sandbox', typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setNotBefore('0s')
    .setExpirationTime(`${lifetime}s`)
    .sign(key);
}

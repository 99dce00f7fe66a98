import { exportJWK, generateKeyPair, jwtVerify, SignJWT, type CryptoKey, type JWK } from 'jose';
import { objectId, tenantOf, type Someone } from './people';

export const audiences = { graph: 'https://graph.microsoft.com', outlook: 'https://outlook.office.com' } as const;
export type Audience = (typeof audiences)[keyof typeof audiences];

/** What an access token says that the service goes by. */
export interface Bearer {
  readonly upn: string;
  readonly scopes: readonly string[];
  /** The conditional access that the token has met. */
  readonly acrs: readonly string[];
  readonly id: string;
}

/** Tokens live this long. Seconds. */
export const lifetime = 3600;

export interface Mint {
  readonly jwk: JWK;
  accessToken(who: Someone, scopes: readonly string[], audience: Audience, acrs?: readonly string[]): Promise<string>;
  idToken(who: Someone, clientId: string, nonce?: string): Promise<string>;
  /** Checks signature, audience and expiry. Null: not a token of ours for this audience, or too old. */
  verify(token: string, audience: Audience): Promise<Bearer | null>;
}

/** Makes and checks tokens with a key of its own. `issuer`: origin of the identity provider. */
export async function createMint(issuer: string): Promise<Mint> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'sandbox', use: 'sig', alg: 'RS256' };
  const sign = (claims: Record<string, unknown>, audience: string, who: Someone): Promise<string> =>
    signed(claims, `${issuer}/${tenantOf(who).id}/v2.0`, audience, privateKey);
  return {
    jwk,
    accessToken: (who, scopes, audience, acrs = []) =>
      sign({ ...identity(who), scp: scopes.map(bare).join(' '), acrs, jti: crypto.randomUUID() }, audience, who),
    idToken: (who, clientId, nonce) =>
      sign({ ...identity(who), preferred_username: who.upn ?? who.address, ...(nonce && { nonce }) }, clientId, who),
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

/** A scope without the resource it is for. */
export function bare(scope: string): string {
  return scope.replace(/^https:\/\/[^/]+\//, '');
}

function identity(who: Someone): Record<string, unknown> {
  return {
    oid: objectId(who),
    tid: tenantOf(who).id,
    sub: objectId(who),
    upn: who.upn ?? who.address,
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

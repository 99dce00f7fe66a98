import { expiryOf } from './tokenOf';
import type { Token } from './tokens';

/** The response of the sign-in page: a token, or a code of MSAL and the one below it. */
export type DialogResponse =
  | { readonly kind: 'token'; readonly token: Token }
  | { readonly kind: 'failed'; readonly code: string; readonly subError?: string };

const unreadable: DialogResponse = { kind: 'failed', code: 'unreadable_answer' };

/** Whatever is no message of the sign-in page counts as a failure of it. */
export function parseResponse(message: string): DialogResponse {
  try {
    const { kind, code, subError, token } = JSON.parse(message) as Partial<Record<string, unknown>>;
    if (kind === 'failed' && isText(code)) return { kind, code, ...(isText(subError) && { subError }) };
    return kind === 'token' ? { kind, token: parseToken(token as Token) } : unreadable;
  } catch {
    // Not JSON, or not the fields of a token.
    return unreadable;
  }
}

/** @throws where a field is missing that is needed. */
function parseToken({ accessToken, account, scopes, expiresAt }: Token): Token {
  const { name, username, tenantId, objectId, addresses } = account;
  if (![accessToken, username, ...scopes, ...addresses].every(isText)) throw new TypeError('The token is unreadable');
  const known = { tenantId: isText(tenantId) ? tenantId : null, objectId: isText(objectId) ? objectId : null };
  return {
    accessToken,
    account: { name: isText(name) ? name : '', username, addresses: [...addresses], ...known },
    scopes: [...scopes],
    expiresAt: expiryOf(expiresAt),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

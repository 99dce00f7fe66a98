/** An answer before it becomes HTTP or a part of a batch. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes are sent as they are, text as text, anything else as JSON. */
  readonly body?: unknown;
}

/** An error in the JSON that both dialects use. */
export function complaint(status: number, code: string, message: string, headers?: Record<string, string>): Reply {
  const innerError = { date: new Date().toISOString().slice(0, 19), 'request-id': crypto.randomUUID() };
  return { status, body: { error: { code, message, innerError } }, ...(headers && { headers }) };
}

/** 401 for a token that is missing, wrong or refused. */
export function unauthorized(detail = 'error="invalid_token"'): Reply {
  return complaint(401, 'InvalidAuthenticationToken', 'Access token is missing, invalid or expired.', {
    'www-authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", ${detail}`,
  });
}

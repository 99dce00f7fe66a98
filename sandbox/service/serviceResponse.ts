/** A response before it is sent over HTTP or as a part of a batch. */
export interface ServiceResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes are sent as they are, text as text, anything else as JSON. */
  readonly body?: unknown;
}

/** An error response; both dialects use the same JSON. */
export function errorResponse(
  status: number,
  code: string,
  message: string,
  headers?: Record<string, string>,
): ServiceResponse {
  const innerError = { date: new Date().toISOString().slice(0, 19), 'request-id': crypto.randomUUID() };
  return { status, body: { error: { code, message, innerError } }, ...(headers && { headers }) };
}

/** 401 for a token that is missing, wrong or refused. */
export function unauthorizedResponse(detail = 'error="invalid_token"'): ServiceResponse {
  return errorResponse(401, 'InvalidAuthenticationToken', 'Access token is missing, invalid or expired.', {
    'www-authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", ${detail}`,
  });
}

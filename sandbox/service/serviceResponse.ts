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

/** 403 of the mailbox service. */
export function accessDenied(message = 'Access is denied. Check credentials and try again.'): ServiceResponse {
  return errorResponse(403, 'ErrorAccessDenied', message);
}

/** 403 of the directory. */
export function insufficientPrivileges(): ServiceResponse {
  return errorResponse(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

/** 404 of the directory. */
export function notInDirectory(key: string | null): ServiceResponse {
  const message = `Resource '${key ?? 'me'}' does not exist or one of its queried reference-property objects are not present.`;
  return errorResponse(404, 'Request_ResourceNotFound', message);
}

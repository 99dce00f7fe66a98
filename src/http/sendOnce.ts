import { ResponseTooLargeError, TimeoutError, UnreachableError } from './errors';
import type { HttpRequest, HttpResponse } from './httpMessages';
import { largestResponse, readBody } from './readBody';

/**
 * Sends a request once and reads its body; `timeout` (milliseconds) covers both.
 * @throws UnreachableError, TimeoutError, ResponseTooLargeError; the signal's own reason when it aborts.
 */
export async function sendOnce(request: HttpRequest, timeout: number): Promise<HttpResponse> {
  try {
    return await fetchWhole(request, timeout);
  } catch (cause) {
    request.signal?.throwIfAborted();
    if (cause instanceof ResponseTooLargeError) throw cause;
    if (isTimeout(cause)) throw new TimeoutError('One try took too long', { cause });
    throw new UnreachableError('The service cannot be reached', { cause });
  }
}

async function fetchWhole(request: HttpRequest, timeout: number): Promise<HttpResponse> {
  const { method, url, headers, body, signal, maxBytes = largestResponse } = request;
  const deadline = AbortSignal.timeout(timeout);
  const response = await fetch(url, {
    method,
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    // A redirect would take the token to another place.
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // Responses to a POST are not cached anyway; with a cache mode, Chromium sends a preflight before each.
    ...(method !== 'POST' && { cache: 'no-store' }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: await readBody(response, maxBytes),
  };
}

/** By name: the platform has no class of its own for the DOMException of AbortSignal.timeout. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

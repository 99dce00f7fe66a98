import { errorResponse, type ServiceResponse } from './serviceResponse';
import type { ServiceContext } from './serviceContext';

/**
 * Counts a request, or a part of a batch, against the limit of the state. Above it each gets 429 by itself, with the time
 * until the next window (Microsoft Graph, throttling).
 * @returns null below the limit.
 */
export function exceedLimit(service: ServiceContext): ServiceResponse | null {
  const { requestLimit, requestLimitSeconds } = service.state;
  if (requestLimit === 0) return null;
  const now = Date.now();
  const end = service.window.startedAt + requestLimitSeconds * 1000;
  if (now >= end) service.window = { startedAt: now, requests: 0 };
  if (++service.window.requests <= requestLimit) return null;
  const headers = { 'retry-after': String((end - now) / 1000) };
  const { body } = errorResponse(429, 'TooManyRequests', 'Too many requests.');
  return { status: 429, headers, body };
}

import type { ServiceResponse } from './serviceResponse';
import type { ServiceContext } from './serviceContext';

/**
 * Stores the end of the longest pause that a response or a part of it asks for (Retry-After: seconds or HTTP date), so that
 * the log can mark requests that came too early. Called when the response is sent: before, no client knows of the pause.
 */
export function notePause(service: ServiceContext, response: ServiceResponse, made: number): void {
  const ends = [response, ...partsOf(response)].map(({ headers }) => pauseEnd(headers?.['retry-after'], made));
  const until = Math.max(...ends);
  if (!(until > service.pausedUntil)) return;
  service.pausedUntil = until;
  service.pausedAt = Date.now();
}

/** Whether a request that comes now comes before the end of the latest pause. */
export function isEarly({ pausedAt, pausedUntil, state }: ServiceContext, now: number): boolean {
  return now > pausedAt + state.underWay && now < pausedUntil;
}

/** `made`: when the response was made. Milliseconds since 1970; 0 where there is no pause. */
function pauseEnd(asked: string | undefined, made: number): number {
  const end = /^\d/.test(asked ?? '') ? made + Number.parseFloat(asked ?? '') * 1000 : Date.parse(asked ?? '');
  return Number.isNaN(end) ? 0 : end;
}

function partsOf({ body }: ServiceResponse): readonly Pick<ServiceResponse, 'headers'>[] {
  const { responses } = (body ?? {}) as { readonly responses?: readonly Pick<ServiceResponse, 'headers'>[] };
  return responses ?? [];
}

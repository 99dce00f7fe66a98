import type { ServiceContext } from './serviceContext';

/** Time in which a request may have been under way when the pause was asked for. Milliseconds. */
const underWay = 20;

/** Stores a Retry-After (seconds or HTTP date), so that the log can mark requests that came too early. */
export function notePause(service: ServiceContext, headers: Readonly<Record<string, string>> = {}): void {
  const asked = headers['retry-after'] ?? '';
  const until = /^\d/.test(asked) ? Date.now() + Number.parseFloat(asked) * 1000 : Date.parse(asked);
  if (!(until > service.pausedUntil)) return;
  service.pausedUntil = until;
  service.pausedAt = Date.now();
}

/** Whether a request that comes now comes before the end of the latest pause. */
export function isEarly({ pausedAt, pausedUntil }: ServiceContext, now: number): boolean {
  return now > pausedAt + underWay && now < pausedUntil;
}

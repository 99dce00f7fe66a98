import type { NoPhoto, Photo } from './api/photoService';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** Every number that decides how long photos count and how much is kept. Times in milliseconds. */
export const policy = {
  /** A photo is not requested again for a day: people change theirs a few times in their lives. */
  photoFreshFor: day,
  /** Absence for an hour only: a new photo should appear the same day. */
  absenceFreshFor: hour,
  /** A saved photo that the service does not report yet, for a minute: its eTag is missing. */
  unconfirmedFreshFor: minute,
  /** Whom an address belongs to, for a day: a person's id never changes, but an alias can move to another person. */
  personFoundFor: day,
  /** A search without a result counts for an hour, like any absence. */
  nobodyFoundFor: hour,
  /** The list of sizes changes with the photo. */
  sizesFreshFor: day,
  /** No copy is shown after seven days, whatever the service answers. */
  maxAge: 7 * day,
  /** A clock may be set back this far before copies from its future are discarded. */
  clockTolerance: hour,
  /** Kept on the machine: more than most people write with, and less than browsers grant a frame. */
  maxPeople: 500,
  maxBytes: 20 * 1024 * 1024,
  /** An answer with the replaced photo is ignored this long after a save: servers may report it for hours. */
  replacedFor: day,
  /** A failed read is repeated without a click: soon after a transient error, else after an hour. */
  retryAfterTransientError: 5 * minute,
  retryAfterError: hour,
  /** What is on the screen is compared with the clock this often: timers stop while a machine sleeps. */
  clockInterval: minute,
  /** A search starts after this pause in typing: longer than between two letters, and too short to be waited for. */
  searchDebounce: 250,
  /** The answer to a search counts for a minute: someone who corrects a letter returns to the text before. */
  searchFreshFor: minute,
  /** That searching is not allowed counts for an hour, like any absence. */
  searchRefusedFor: hour,
  /** An answer that no screen shows stays in memory for half an hour. */
  unwatchedFor: 30 * minute,
} as const;

/** What freshness depends on: an answer and when it was read, in milliseconds since 1970. */
export interface Dated {
  readonly result: Photo | NoPhoto;
  readonly readAt: number;
}

/** How much longer an answer is fresh, in milliseconds; negative once it has to be requested again. */
export function freshFor(answer: Dated, now: number): number {
  return isTooOld(answer, now) ? -1 : answer.readAt + lifetimeOf(answer.result) - now;
}

export function isFresh(answer: Dated, now: number): boolean {
  return freshFor(answer, now) > 0;
}

/** Whether what the directory said about an address still counts. `at`: when it answered, in milliseconds since 1970. */
export function isFindingFresh(kind: 'login' | 'person' | 'nobody', at: number, now: number): boolean {
  const age = now - at;
  return age >= 0 && age < (kind === 'nobody' ? policy.nobodyFoundFor : policy.personFoundFor);
}

/** Whether an answer must not be shown any more. A clock set back makes ages negative: such a copy would never expire. */
export function isTooOld({ readAt }: Pick<Dated, 'readAt'>, now: number): boolean {
  const age = now - readAt;
  return age > policy.maxAge || age < -policy.clockTolerance;
}

function lifetimeOf(result: Photo | NoPhoto): number {
  if (result.kind === 'none') return policy.absenceFreshFor;
  return isUnconfirmed(result) ? policy.unconfirmedFreshFor : policy.photoFreshFor;
}

/** Saved, but not reported by the service yet: its metadata has no id. */
function isUnconfirmed({ metadata }: Photo): boolean {
  return metadata?.id === '';
}

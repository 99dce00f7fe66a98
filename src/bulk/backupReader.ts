import {
  isTransientError,
  ownerOf,
  PermissionError,
  ServiceError,
  type PhotoResult,
  type PhotoService,
  type ResponseSummary,
} from '../photos';
import { refusalOf } from './lineRefusal';
import type { BulkPerson } from './person';

/** Why a person's photo is not in a backup. */
export type BackupRefusal = 'notAllowed' | 'serviceFailed' | 'onPremises' | 'unknownPerson';

/** What the service holds for a person. `summary`: of its failure; null where it has none. */
export type PhotoReading =
  | { readonly kind: 'photo'; readonly picture: Blob }
  | { readonly kind: 'none' }
  | { readonly kind: 'notRead'; readonly reason: BackupRefusal; readonly summary: ResponseSummary | null };

/** What reading photos needs. */
export interface ReadingContext {
  readonly photos: Pick<PhotoService, 'getPhoto'>;
  readonly signal: AbortSignal;
  /** Whether a failure that concerns all people may be over after a while. */
  readonly mayPass: (error: unknown) => boolean;
  /** Resolves when reading may go on after a failure of all; rejects where the signal aborts. */
  readonly pause: (error: Error) => Promise<void>;
}

/** Photos that are read at once, and so in memory: the HTTP client sends at most four requests. */
const atOnce = 4;

/**
 * Reads the photos of people in their largest size, four at a time, in the order of the people. Who alone cannot be read is
 * a result like others.
 * @throws what concerns all people alike and does not pass, such as an ended sign-in; the signal's own reason when it aborts.
 */
export async function* readPhotos(
  people: readonly BulkPerson[],
  context: ReadingContext,
): AsyncGenerator<{ readonly person: BulkPerson; readonly reading: PhotoReading }> {
  let readable: BulkPerson | null = null;
  for (let start = 0; start < people.length; start += atOnce) {
    const group = people.slice(start, start + atOnce);
    for (const [person, reading] of await readGroup(group, readable, context)) {
      if (reading.kind !== 'notRead') readable = person;
      yield { person, reading };
    }
  }
}

/**
 * Four people in a row who cannot be read may mean all. Then `readable`, who could be read before, is read again; where there
 * is none, it means all until another try has ended in the same way.
 */
async function readGroup(
  group: readonly BulkPerson[],
  readable: BulkPerson | null,
  context: ReadingContext,
): Promise<readonly (readonly [BulkPerson, PhotoReading])[]> {
  for (let tries = 1; ; tries++) {
    const read = await Promise.all(group.map(async (person) => [person, await readPhoto(person, context)] as const));
    const failure = failureOfAll(read.map(([, reading]) => reading));
    if (!failure) return read;
    const isUp = readable ? (await readPhoto(readable, context)).kind !== 'notRead' : tries > 1;
    if (isUp) return read;
    if (failure instanceof PermissionError) throw failure;
    await context.pause(failure);
  }
}

/** What the failures of four people mean together; null where one of them could be read. */
function failureOfAll(readings: readonly PhotoReading[]): Error | null {
  const failures = readings.flatMap((one) => (one.kind === 'notRead' && one.summary ? [one] : []));
  const summary = failures[0]?.summary;
  if (!summary || failures.length < atOnce) return null;
  const isRefused = failures.every(({ reason }) => reason === 'notAllowed');
  return isRefused ? new PermissionError(summary) : new ServiceError(summary);
}

/** By object id: addresses may move to other people. @throws what concerns all people alike and does not pass. */
async function readPhoto(person: BulkPerson, context: ReadingContext): Promise<PhotoReading> {
  const { photos, signal, mayPass, pause } = context;
  for (;;) {
    try {
      return readingOf(await photos.getPhoto(ownerOf(person), { pictureOnly: true, signal }));
    } catch (error) {
      signal.throwIfAborted();
      const refusal = refusalOf(error);
      if (refusal) {
        const reason = refusal.reason === 'notAllowed' ? refusal.reason : 'serviceFailed';
        return { kind: 'notRead', reason, summary: refusal };
      }
      if (!(error instanceof Error) || !(isTransientError(error) || mayPass(error))) throw error;
      await pause(error);
    }
  }
}

function readingOf(result: PhotoResult): PhotoReading {
  if (result.kind === 'photo') return { kind: 'photo', picture: result.picture };
  if (result.kind === 'unchanged' || result.reason === 'notSet' || result.reason === 'noMailbox')
    return { kind: 'none' };
  const reason = result.reason === 'onPremises' ? 'onPremises' : 'unknownPerson';
  return { kind: 'notRead', reason, summary: null };
}

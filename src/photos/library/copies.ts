import { mayBeContact } from '../api/absence';
import type { KnownPerson } from '../api/person';
import { eTagOf, type NoPhoto, type Photo, type PhotoResult } from '../api/photoService';
import type { Copy, ReplacedPhoto } from '../cache/copy';

/** How much of a photo a screen needs. */
export interface PhotoSize {
  /** What the picture is drawn at, in device pixels. */
  readonly pixels: number;
  /** The metadata too, which is one request more. */
  readonly withMetadata: boolean;
}

/** Whether a copy is all that a screen needs. Absence always is. */
export function covers({ result, pixels }: Copy, size: PhotoSize): boolean {
  if (result.kind === 'none') return true;
  return pixels >= size.pixels && (!size.withMetadata || result.metadata !== null);
}

/** The latest copy that covers the size and does not contradict a later one. */
export function bestCopy(copies: readonly Copy[], size: PhotoSize): Copy | undefined {
  const sorted = latestFirst(copies);
  const [latest] = sorted;
  const best = sorted.find((copy) => covers(copy, size));
  return best && latest && !differ(best.result, latest.result) ? best : undefined;
}

export function latestFirst(copies: readonly Copy[]): readonly Copy[] {
  return [...copies].sort((one, other) => other.readAt - one.readAt);
}

/** Whether two answers are certainly about different photos. Pictures without metadata cannot be compared. */
export function differ(one: PhotoResult, other: PhotoResult): boolean {
  if (one.kind === 'none' || other.kind === 'none') return one.kind !== other.kind;
  const [eTag, otherETag] = [eTagOf(one), eTagOf(other)];
  return eTag !== null && otherETag !== null && eTag !== otherETag;
}

/** Whether an answer still reports what a save on this machine has replaced. */
export function isReplaced(result: Photo | NoPhoto, { eTag }: ReplacedPhoto): boolean {
  return eTag === null ? result.kind === 'none' : eTagOf(result) === eTag;
}

/** An answer in memory or as it is stored. */
type Answer = (Pick<NoPhoto, 'kind' | 'reason'> | Pick<Photo, 'kind'>) & {
  readonly person?: Pick<KnownPerson, 'kind'> | undefined;
};

/** Whether the account's own contacts may have an answer where the directory had none. */
export function mayComeFromContacts(answer: Answer): boolean {
  return answer.kind === 'none' && !answer.person && mayBeContact(answer.reason);
}

/** Whether an answer came from the account's own contacts. */
export function comesFromContacts(answer: Answer): boolean {
  return answer.person?.kind === 'contact' || (answer.kind === 'none' && answer.reason === 'contactNotUnique');
}

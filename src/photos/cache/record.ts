import { pictureType } from '../picture';
import { absenceReasons, type NoPhoto, type PhotoMetadata } from '../service';

/** How long a copy may be shown at all, and how much is kept: milliseconds, people, bytes. */
export const keptLimits = { age: 7 * 86_400_000, people: 500, bytes: 20 * 1024 * 1024 };

/** A clock may be put back this far before copies from its future are not trusted. Milliseconds. */
const putBack = 3_600_000;

/** A copy of what the service answered about one person. */
export interface KeptAnswer {
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** Id of the tenant it was read in; null where that was not known. */
  readonly tenant: string | null;
  readonly answer: NoPhoto | KeptPhoto;
  /** What a save on this machine has replaced; other servers may tell it for a while. */
  readonly replaced?: Replaced;
}

export interface Replaced {
  /** Null: there was no photo. */
  readonly eTag: string | null;
  /** Until when an answer with this eTag does not count. Milliseconds since 1970. */
  readonly until: number;
}

export interface KeptPhoto {
  readonly kind: 'photo';
  readonly type: string;
  readonly bytes: ArrayBuffer;
  /** What it was read for, in device pixels; Infinity for the largest there is. */
  readonly pixels: number;
  readonly metadata: PhotoMetadata | null;
}

/** A clock that was put back makes ages negative: such a copy cannot be trusted to expire. `now`: milliseconds since 1970. */
export function isTooOld({ readAt }: { readonly readAt: number }, now: number): boolean {
  const age = now - readAt;
  return age > keptLimits.age || age < -putBack;
}

/** What is stored may have been written by another version, or cut short. `size`: how many bytes its picture had. */
export function isWhole(kept: Partial<KeptAnswer> | undefined, size: number | undefined): kept is KeptAnswer {
  if (typeof kept?.readAt !== 'number' || !kept.answer || size === undefined) return false;
  const { answer } = kept;
  if (answer.kind === 'none') return absenceReasons.includes(answer.reason);
  const bytes: unknown = answer.bytes;
  return bytes instanceof ArrayBuffer && bytes.byteLength === size && pictureType(new Uint8Array(bytes)) !== null;
}

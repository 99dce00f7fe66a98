import type { NoPhoto, Photo } from '../api/photoService';

/** An answer about one person with its age. */
export interface Copy {
  readonly result: Photo | NoPhoto;
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** The size that the picture was read for, in device pixels; Infinity for the largest there is. */
  readonly pixels: number;
  /** `memory`: from the cache, which was emptied since. */
  readonly origin: 'service' | 'cache' | 'memory';
  /** The session (see `session.ts`) whose account may see it. */
  readonly session: number;
  /** Of a copy from the cache: the tenant it was read in; null where that was not known. */
  readonly tenantId: string | null;
}

/** What a save on this machine has replaced. */
export interface ReplacedPhoto {
  /** Null: there was no photo. */
  readonly eTag: string | null;
  /** Answers with this eTag are ignored until then. Milliseconds since 1970. */
  readonly until: number;
}

import type { PhotoOwner } from './photoService';
import type { ServiceResponse } from './responses';

/** A write: a photo in place of the current one, or its removal. */
export type PhotoChange =
  { readonly method: 'PUT' | 'PATCH'; readonly body: Blob } | { readonly method: 'DELETE'; readonly body?: undefined };

/**
 * What differs between the dialects of the photo API; `createPhotoService.ts` lists them. Paths are relative to the
 * service's root.
 */
export interface Dialect {
  readonly canRemove: boolean;
  /** A missing size is answered like a photo that was never set. */
  readonly hidesMissingSizes: boolean;
  metadataPath(owner: PhotoOwner): string;
  /** `size` null: the largest there is. Null where the dialect cannot name a size. */
  photoPath(owner: PhotoOwner, size: string | null): string | null;
  /** Null where the dialect has no list of sizes. */
  sizesPath(owner: PhotoOwner): string | null;
  /** The least permission that reads. */
  readScopes(owner: PhotoOwner): readonly string[];
  /** The least permission that writes. */
  writeScopes(owner: PhotoOwner): readonly string[];
  /** @throws HttpError, token errors; the signal's own reason when it aborts. */
  read(path: string, owner: PhotoOwner, signal?: AbortSignal): Promise<ServiceResponse>;
  /** @throws as `read`. */
  write(path: string, owner: PhotoOwner, change: PhotoChange, signal?: AbortSignal): Promise<ServiceResponse>;
}

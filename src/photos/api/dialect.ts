import type { Contacts, Directory, MyEntry, PhotoTarget } from './person';
import type { ServiceResponse } from './responses';

/** The dialects of the photo API: their names on the screen, and what their scopes start with (`docs/photo-api.md`, scopes). */
export const dialects = {
  graph: { title: 'Microsoft Graph', scopePrefix: '' },
  outlook: { title: 'Outlook REST', scopePrefix: 'https://outlook.office.com/' },
} as const;

export type DialectName = keyof typeof dialects;

/** The proper name of the service that speaks a dialect; the same in every language. */
export function serviceTitle(dialect: DialectName): string {
  return dialects[dialect].title;
}

/** What a dialect may do. */
export interface DialectOptions {
  /** Whether groups may be read. */
  readonly usesGroups: () => boolean;
}

/** A write: a photo in place of the current one, or its removal. */
export type PhotoChange =
  { readonly method: 'PUT' | 'PATCH'; readonly body: Blob } | { readonly method: 'DELETE'; readonly body?: undefined };

export interface WriteOptions {
  readonly signal?: AbortSignal;
  /** Called when the token is there, right before the request. What it throws keeps the request from being sent. */
  readonly beforeSend?: () => void;
}

/**
 * What differs between the dialects of the photo API; `createPhotoService.ts` lists them. Paths are relative to the
 * service's root.
 */
export interface Dialect {
  readonly canRemove: boolean;
  /** A missing size is answered like a photo that was never set. */
  readonly hidesMissingSizes: boolean;
  /** The token's own entry in the directory. @throws PhotoServiceError, HttpError, token errors. */
  readMe(): Promise<MyEntry>;
  /** The search for people behind addresses; null where the service knows every address. */
  readonly directory: Directory | null;
  /** The account's own contacts; null where the service does not give them. */
  readonly contacts: Contacts | null;
  metadataPath(target: PhotoTarget): string;
  /** `size` null: the largest there is. Null where the dialect cannot name a size. */
  photoPath(target: PhotoTarget, size: string | null): string | null;
  /** Null where the dialect has no list of sizes. */
  sizesPath(target: PhotoTarget): string | null;
  /** The least permission that reads. */
  readScopes(target: PhotoTarget): readonly string[];
  /** The least permission that writes. */
  writeScopes(target: PhotoTarget): readonly string[];
  /** @throws HttpError, token errors; the signal's own reason when it aborts. */
  read(path: string, target: PhotoTarget, signal?: AbortSignal): Promise<ServiceResponse>;
  /** @throws as `read`. */
  write(path: string, target: PhotoTarget, change: PhotoChange, options: WriteOptions): Promise<ServiceResponse>;
}

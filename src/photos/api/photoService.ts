import type { Said } from './errors';

/** Whose photo: the account of the token, or the person with an address (Graph: also a user principal name or id). */
export type PhotoOwner = 'me' | { readonly address: string };

/** What the service says about one size of a photo (`photo-api.md`, metadata). */
export interface PhotoMetadata {
  /**
   * As the service wrote it, such as `240X240`. Compare without case, and trust width and height before it. Empty for a
   * photo that the service took but does not tell yet.
   */
  readonly id: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** Such as `image/jpeg`. */
  readonly contentType: string;
  /** With its own quotes, as in `"BA09D118"`; null where the service sent none. */
  readonly eTag: string | null;
}

/**
 * Why there is no photo. Each is an answer of the service, not a failure:
 * `notSet` nobody set one; `notInDirectory` the organisation does not know the address; `noMailbox` the person has no
 * mailbox; `onPremises` the mailbox is on the organisation's own server. `noAddress` alone is no answer: Outlook names no
 * mail address, so there is nothing to ask for.
 */
export type AbsenceReason = (typeof absenceReasons)[number];

export const absenceReasons = ['notSet', 'notInDirectory', 'noMailbox', 'onPremises', 'noAddress'] as const;

export interface NoPhoto {
  readonly kind: 'none';
  readonly reason: AbsenceReason;
}

export interface Photo {
  readonly kind: 'photo';
  /** The picture as the service sent it; its first bytes were checked, its `type` is the kind they tell. */
  readonly picture: Blob;
  /** Of the largest photo there is; null where only the picture was asked for. */
  readonly metadata: PhotoMetadata | null;
}

export type WholePhoto = Photo & { readonly metadata: PhotoMetadata };

/** The caller holds the current photo already: the eTag it named is still the service's. */
export interface Unchanged {
  readonly kind: 'unchanged';
  readonly metadata: PhotoMetadata;
}

export type PhotoAnswer = Photo | NoPhoto | Unchanged;

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Told of every answer of the service, for a diagnosis. */
  readonly onAnswer?: (said: Said) => void;
}

export interface PhotoOptions extends ReadOptions {
  /** Pixels the picture is drawn at. The smallest size that covers it is read, or the largest there is. */
  readonly pixels?: number;
  /** The eTag of a copy that the caller holds. */
  readonly eTag?: string;
  /** The picture alone, which is one question less. */
  readonly pictureOnly?: boolean;
}

/** What is written: a photo in place of the one there is, or none. */
export type Change =
  { readonly method: 'PUT' | 'PATCH'; readonly body: Blob } | { readonly method: 'DELETE'; readonly body?: undefined };

/** The photo API, whichever dialect speaks it. Absence is a value; everything else that goes wrong is thrown. */
export interface PhotoService {
  getMetadata(owner: PhotoOwner, options?: ReadOptions): Promise<PhotoMetadata | NoPhoto>;
  /** All sizes the service holds, the smallest first. */
  listSizes(owner: PhotoOwner, options?: ReadOptions): Promise<readonly PhotoMetadata[] | NoPhoto>;
  getPhoto(owner: PhotoOwner, options?: PhotoOptions): Promise<PhotoAnswer>;
  /**
   * Replaces the photo (R5, R6, G5, G6). One request; the answer only says that the service took it.
   * @throws PictureRefusedError, PermissionError, SignInRequiredError, ServiceError, and those of the way there.
   */
  setPhoto(owner: PhotoOwner, jpeg: Blob, options?: ReadOptions): Promise<void>;
  /** Removes the photo (G7). Null where the dialect cannot. */
  readonly removePhoto: ((owner: PhotoOwner, options?: ReadOptions) => Promise<void>) | null;
}

/**
 * Gives an access token for the scopes named. `claims` is the decoded claims challenge of a 401; `fresh` asks for a
 * token other than the one the service has just refused.
 */
export type AccessTokens = (request: {
  readonly scopes: readonly string[];
  readonly claims?: string;
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
}) => Promise<string>;

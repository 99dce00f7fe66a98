/** The part of a picture that becomes the photo. The picture is upright; it is mirrored, then rotated, then cropped. */
export interface PictureEdit {
  /** The crop, in percent of the box around the rotated picture. */
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Degrees, clockwise. */
  readonly rotation: number;
  /** Mirrored left to right. */
  readonly flipped: boolean;
}

export interface RenderLimits {
  /** Maximal width and height of the photo, in pixels. A smaller picture is not enlarged. */
  readonly pixels: number;
  /** Maximal size of the JPEG. */
  readonly bytes: number;
}

/** Why a picture cannot be used. */
export type UnusableReason =
  'empty' | 'notAPicture' | 'heic' | 'tooManyBytes' | 'tooManyPixels' | 'tooSmall' | 'broken' | 'tooHeavy';

export interface OpenedPicture {
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** The upright picture as a small JPEG to edit on screen. */
  readonly preview: Blob;
}

export interface RenderedPhoto {
  /** sRGB, without EXIF, XMP or a color profile. */
  readonly jpeg: Blob;
  /** Width and height. */
  readonly pixels: number;
}

export type WorkerTask =
  | { readonly kind: 'open'; readonly file: Blob }
  | { readonly kind: 'render'; readonly edit: PictureEdit; readonly limits: RenderLimits };

export type WorkerResult =
  | { readonly kind: 'opened'; readonly picture: OpenedPicture }
  | { readonly kind: 'rendered'; readonly photo: RenderedPhoto }
  | { readonly kind: 'unusable'; readonly reason: UnusableReason };

/** A message to the worker. `id` is repeated in its response. */
export type WorkerRequest = { readonly id: number } & WorkerTask;

/** A message from the worker. */
export type WorkerResponse = { readonly id: number } & WorkerResult;

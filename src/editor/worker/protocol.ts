/** What of the picture is kept, as it stands upright, turned and mirrored. */
export interface Edit {
  /** A square of the box around the turned picture, in percent of the box. */
  readonly area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Degrees, clockwise. */
  readonly rotation: number;
  /** Mirrored left to right, before it is turned. */
  readonly flipped: boolean;
}

export interface Limits {
  /** Width and height of the result at most, in pixels. It is never enlarged. */
  readonly pixels: number;
  readonly bytes: number;
}

/** Why a picture cannot be used. */
export type UnusableReason =
  'empty' | 'notAPicture' | 'heic' | 'tooManyBytes' | 'tooManyPixels' | 'tooSmall' | 'broken' | 'tooHeavy';

export interface Opened {
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** The picture upright, small enough to draw while it is edited. */
  readonly preview: Blob;
}

export interface Rendered {
  /** sRGB, without EXIF, XMP or a foreign colour profile. */
  readonly jpeg: Blob;
  /** Width and height. */
  readonly pixels: number;
}

export type Ask = { readonly id: number } & (
  { readonly open: Blob } | { readonly render: Edit; readonly limits: Limits }
);

export type Told = { readonly id: number } & (
  { readonly value: Opened | Rendered } | { readonly unusable: UnusableReason }
);

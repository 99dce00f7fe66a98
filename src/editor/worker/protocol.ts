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
  | 'empty'
  /** The system did not give its bytes. */
  | 'unreadable'
  | 'notAPicture'
  /** A file of another program or device, which `fileKind` names. */
  | 'otherKind'
  | 'heic'
  /** Of a kind that is used, in a variant that no decoder here reads. */
  | 'variant'
  | 'tooManyBytes'
  | 'tooManyPixels'
  | 'tooSmall'
  | 'broken'
  | 'tooHeavy';

/** `fileKind`: what the file is instead: `raw`, `video`, or the name of a format. */
export interface Unusable {
  readonly kind: 'unusable';
  readonly reason: UnusableReason;
  readonly fileKind?: string;
}

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

/** A cut that a program chose. */
export interface BestCut {
  /** As in `PictureEdit`, of the picture as it is: neither rotated nor mirrored. */
  readonly area: PictureEdit['area'];
  /** Whether it was cut around a face; otherwise in the upper middle. */
  readonly hasFace: boolean;
}

export type WorkerTask =
  | { readonly kind: 'open'; readonly file: Blob }
  | { readonly kind: 'render'; readonly edit: PictureEdit; readonly limits: RenderLimits }
  | { readonly kind: 'findCut' };

export type WorkerResult =
  | { readonly kind: 'opened'; readonly picture: OpenedPicture }
  | { readonly kind: 'rendered'; readonly photo: RenderedPhoto }
  | { readonly kind: 'cut'; readonly cut: BestCut }
  /** The files of the decoder did not load. */
  | { readonly kind: 'notLoaded' }
  | Unusable;

/** What the worker of a decoder returns for a file. */
export type DecoderResult =
  { readonly kind: 'decoded'; readonly bitmap: ImageBitmap } | { readonly kind: 'notLoaded' } | Unusable;

/** A message to the worker. `id` is repeated in its response. */
export type WorkerRequest = { readonly id: number } & WorkerTask;

/** A message from the worker. */
export type WorkerResponse = { readonly id: number } & WorkerResult;

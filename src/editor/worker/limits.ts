import type { Unusable, UnusableReason } from './protocol';

/** The largest file that is opened: above those of the largest phone photos and of a scanned page in color. */
export const maxFileBytes = 64 * 1024 * 1024;

/** The largest picture that is decoded: browsers limit the side of a canvas, and 120 megapixels need 480 MB. */
export const maxPicture = { side: 16_384, pixels: 120_000_000 };

/** For devices with less than 4 GB of memory. */
export const maxPixelsOfSmallDevice = 64_000_000;

/** The smallest photo that the service accepts. Width and height in pixels. */
export const minPhotoSide = 48;

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Why a picture of this size is not decoded; null where it is. */
export function sizeProblem({ width, height }: Size, maxPixels = maxPicture.pixels): UnusableReason | null {
  if (!(width > 0 && height > 0)) return 'broken';
  if (Math.max(width, height) > maxPicture.side || width * height > maxPixels) return 'tooManyPixels';
  return Math.min(width, height) < minPhotoSide ? 'tooSmall' : null;
}

export function unusable(reason: UnusableReason, fileKind?: string): Unusable {
  return { kind: 'unusable', reason, ...(fileKind && { fileKind }) };
}

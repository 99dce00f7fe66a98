import { imageSize } from 'image-size';
import type { UnusableReason } from './protocol';

/** The largest file that is opened. */
export const maxFileBytes = 25 * 1024 * 1024;

/** The largest picture that is decoded: browsers limit the side of a canvas, and 64 megapixels need 256 MB. */
export const maxPicture = { side: 16_384, pixels: 64_000_000 };

/** The smallest photo that the service accepts. Width and height in pixels. */
export const minPhotoSide = 48;

/** Enough for width and height of every format, even after large EXIF data. */
export const headerBytes = 1024 * 1024;

export type InspectedPicture =
  { readonly kind: 'usable'; readonly format: string } | { readonly kind: 'unusable'; readonly reason: UnusableReason };

const formats = new Set(['jpg', 'png', 'webp', 'gif', 'avif']);
const heicFormats = new Set(['heic', 'heif']);

/**
 * Checks a picture by its first bytes before it is decoded: a small file may decode to gigabytes. `bytes` is the size of
 * the file. HEIC is usable here, because some platforms decode it.
 */
export function inspectPicture(head: Uint8Array, bytes: number): InspectedPicture {
  if (bytes === 0) return unusable('empty');
  if (bytes > maxFileBytes) return unusable('tooManyBytes');
  const header = parseHeader(head);
  if (!header || !(formats.has(header.format) || isHeic(header.format))) return unusable('notAPicture');
  const { width, height, format } = header;
  if (!(width > 0 && height > 0)) return unusable('broken');
  if (Math.max(width, height) > maxPicture.side || width * height > maxPicture.pixels) return unusable('tooManyPixels');
  if (Math.min(width, height) < minPhotoSide) return unusable('tooSmall');
  return { kind: 'usable', format };
}

/** Whether a format is one of Apple's, which only some platforms decode. */
export function isHeic(format: string): boolean {
  return heicFormats.has(format);
}

function unusable(reason: UnusableReason): InspectedPicture {
  return { kind: 'unusable', reason };
}

function parseHeader(head: Uint8Array): { width: number; height: number; format: string } | null {
  try {
    const { width, height, type } = imageSize(head);
    return { width, height, format: type ?? '' };
  } catch {
    // An unknown format, or an incomplete header.
    return null;
  }
}

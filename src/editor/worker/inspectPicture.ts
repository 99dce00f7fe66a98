import { imageSize } from 'image-size';
import type { UnusableReason } from './protocol';

/** What is accepted: a file's bytes; a side and all pixels of a picture; the narrowest photo the service takes. */
export const limits = { bytes: 25 * 1024 * 1024, side: 16_384, pixels: 64_000_000, narrowest: 48 };

/** Where every kind has its width and height, in bytes from the start, even behind large EXIF data. */
export const headerBytes = 1024 * 1024;

const usable = new Set(['jpg', 'png', 'webp', 'gif', 'avif']);
const apple = new Set(['heic', 'heif']);

/**
 * Judges a picture by its first bytes alone, before anything is decoded: a small file may unfold to gigabytes.
 * HEIC passes: some platforms decode it, and the others say so when they try.
 * @returns why it cannot be used, or its kind.
 */
export function inspect(head: Uint8Array, bytes: number): UnusableReason | { readonly kind: string } {
  if (bytes === 0) return 'empty';
  if (bytes > limits.bytes) return 'tooManyBytes';
  const size = sizeOf(head);
  if (!size || !(usable.has(size.kind) || apple.has(size.kind))) return 'notAPicture';
  const { width, height, kind } = size;
  if (!(width > 0 && height > 0)) return 'broken';
  if (Math.max(width, height) > limits.side || width * height > limits.pixels) return 'tooManyPixels';
  if (Math.min(width, height) < limits.narrowest) return 'tooSmall';
  return { kind };
}

function sizeOf(head: Uint8Array): { width: number; height: number; kind: string } | null {
  try {
    const { width, height, type } = imageSize(head);
    return { width, height, kind: type ?? '' };
  } catch {
    // Not one of the kinds it knows, or its header is cut off.
    return null;
  }
}

export function isApple(kind: string): boolean {
  return apple.has(kind);
}

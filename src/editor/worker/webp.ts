import { ascii, viewOf } from './bytes';
import { directoriesOf, tags } from './tiff';

const upright = 1;

/**
 * The EXIF orientation of a WebP, 1 to 8. Some browsers follow it and some do not, so it is removed: it is set to upright in
 * `bytes`, and the caller turns the picture.
 */
export function takeOrientation(bytes: Uint8Array): number {
  const exif = exifOf(bytes);
  const orientation = exif && directoriesOf(exif)[0]?.get(tags.orientation)?.[0];
  if (!exif || !orientation || orientation > 8) return upright;
  const isLittle = ascii(exif, 0, 2) === 'II';
  const view = viewOf(exif);
  const directory = view.getUint32(4, isLittle);
  for (let at = directory + 2; at + 12 <= exif.length; at += 12) {
    if (view.getUint16(at, isLittle) !== tags.orientation) continue;
    view.setUint16(at + 8, upright, isLittle);
    break;
  }
  return orientation;
}

/** The chunk of a WebP for EXIF, without the mark that some programs put before it. */
function exifOf(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    if (ascii(bytes, at, 4) === 'EXIF') {
      const content = bytes.subarray(at + 8, at + 8 + size);
      return ascii(content, 0, 6) === 'Exif\0\0' ? content.subarray(6) : content;
    }
    // Chunks have an even length.
    at += 8 + size + (size % 2);
  }
  return null;
}

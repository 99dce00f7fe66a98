import { imageDimensionsFromData } from 'image-dimensions';
import { ascii, viewOf } from './bytes';
import type { PictureKind } from './fileKind';
import { largestOf } from './heif';
import type { Size } from './limits';
import { mainDirectoryOf, sizeOf } from './tiff';

/** The size that a picture has when it is decoded, by its header; null where none is found. */
export function pictureSizeOf(kind: PictureKind, bytes: Uint8Array): Size | null {
  switch (kind) {
    case 'avif':
    case 'heic':
      return largestOf(bytes);
    case 'tiff': {
      const directory = mainDirectoryOf(bytes);
      return directory && sizeOf(directory);
    }
    case 'bmp':
      return bitmapSize(bytes.subarray(14));
    case 'ico':
      return largestIcon(bytes);
    default:
      return imageDimensionsFromData(bytes) ?? null;
  }
}

/** The header of a bitmap without that of its file. Negative heights are of pictures that start at the top. */
function bitmapSize(header: Uint8Array): Size | null {
  if (header.length < 16) return null;
  const view = viewOf(header);
  // The oldest version has 16 bits for each.
  if (view.getUint32(0, true) === 12) return { width: view.getUint16(4, true), height: view.getUint16(6, true) };
  return { width: Math.abs(view.getInt32(4, true)), height: Math.abs(view.getInt32(8, true)) };
}

/** Each picture is a PNG, or a bitmap of twice its height: the mask comes below the colors. */
function largestIcon(bytes: Uint8Array): Size | null {
  const view = viewOf(bytes);
  const sizes: Size[] = [];
  const count = bytes.length < 6 ? 0 : view.getUint16(4, true);
  for (let entry = 6; entry + 16 <= bytes.length && sizes.length < count; entry += 16) {
    const picture = bytes.subarray(view.getUint32(entry + 12, true));
    const bitmap = bitmapSize(picture);
    const size = isPng(picture) ? imageDimensionsFromData(picture.subarray(0, 64)) : bitmap && halved(bitmap);
    if (!size) return null;
    sizes.push(size);
  }
  if (sizes.length === 0) return null;
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
}

function isPng(bytes: Uint8Array): boolean {
  return ascii(bytes, 1, 3) === 'PNG';
}

function halved({ width, height }: Size): Size {
  return { width, height: Math.floor(height / 2) };
}

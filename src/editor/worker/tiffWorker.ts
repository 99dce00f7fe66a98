// Decodes TIFF with UTIF.
import UTIF from 'utif2';
import { unusable } from './limits';
import type { DecoderResult } from './protocol';
import { serveDecoder } from './serveDecoder';
import { mainDirectoryOf, sizeOf, valueOf } from './tiff';
import { isDecodedTiff } from './tiffVariant';
import { turnUpright } from './upright';

// It looks for a part of its authors' program there.
Object.assign(self, { window: self });

async function decode(file: Blob): Promise<DecoderResult> {
  const buffer = await file.arrayBuffer();
  const directory = mainDirectoryOf(new Uint8Array(buffer));
  if (!directory) return unusable('broken');
  if (!isDecodedTiff(directory)) return unusable('variant');
  // Not read by UTIF itself, which would follow a chain of directories without end.
  const page = Object.fromEntries([...directory].map(([tag, values]) => [`t${tag}`, [...values]]));
  const pixels = pixelsOf(buffer, { ...page, ...sizeOf(directory), data: new Uint8Array() });
  if (!pixels) return unusable('broken');
  const bitmap = await createImageBitmap(pixels);
  return { kind: 'decoded', bitmap: turnUpright(bitmap, valueOf(directory, 'orientation', 1)) };
}

/** Null where UTIF fails at damaged data. */
function pixelsOf(buffer: ArrayBuffer, page: UTIF.IFD): ImageData | null {
  try {
    // It decodes only what has no data yet.
    Reflect.deleteProperty(page, 'data');
    UTIF.decodeImage(buffer, page);
    const { width, height } = page;
    return new ImageData(new Uint8ClampedArray(UTIF.toRGBA8(page)), width, height);
  } catch {
    return null;
  }
}

serveDecoder(decode);

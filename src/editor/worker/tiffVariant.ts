import { maxPicture } from './limits';
import { tags, valueOf, type Directory } from './tiff';

const none = 1;
const jpeg = 7;
const faxes = [2, 3, 4];
const deflate = [8, 32_946];
const lzw = 5;
const packBits = 32_773;
const compressions = [none, jpeg, ...faxes, ...deflate, lzw, packBits];

/** What UTIF draws right: bits and samples by photometric interpretation (TIFF 6.0, section 8). */
const layouts: Readonly<Record<number, (bits: number, samples: number) => boolean>> = {
  // White is zero.
  0: (bits, samples) => samples === 1 && [1, 4, 8, 16].includes(bits),
  // Black is zero.
  1: (bits, samples) => (samples === 1 && [1, 2, 16].includes(bits)) || bits === 8,
  // RGB.
  2: (bits, samples) => (bits === 8 && samples >= 3) || (bits === 16 && [3, 4].includes(samples)),
  // A palette.
  3: (bits, samples) => (samples === 1 && [1, 2, 4].includes(bits)) || bits === 8,
  // CMYK.
  5: (bits, samples) => bits === 8 && samples === 4,
};

/** Whether this page is of a kind that is decoded, and needs no more memory than its width and height say. */
export function isDecodedTiff(directory: Directory): boolean {
  const photometric = valueOf(directory, 'photometric', 2);
  const compression = valueOf(directory, 'compression', none);
  const bits = valueOf(directory, 'bitsPerSample', 1);
  const samples = valueOf(directory, 'samplesPerPixel', 1);
  const tile = valueOf(directory, 'tileWidth', 0) * valueOf(directory, 'tileHeight', 0);
  const isReversed = valueOf(directory, 'fillOrder', 1) === 2 && !faxes.includes(compression);
  const isPlanar = valueOf(directory, 'planarConfiguration', 1) === 2 && samples > 1;
  const allBits = directory.get(tags.bitsPerSample) ?? [];
  if (!compressions.includes(compression) || isReversed || isPlanar || tile > maxPicture.pixels) return false;
  if (samples > 6 || allBits.some((one) => one !== bits)) return false;
  // Decoded to RGB, whatever it was before.
  if (compression === jpeg) return photometric === 6 && bits === 8 && samples === 3;
  return layouts[photometric]?.(bits, samples) ?? false;
}

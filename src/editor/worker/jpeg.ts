/** Markers without a length after them, besides those of restarts. */
const bare = [0x01, 0xd8];

/** Baseline, extended and progressive pictures, coded after Huffman: what browsers decode. */
const decodedFrames = [0xc0, 0xc1, 0xc2];

/** Markers among those of frames that are of tables. */
const tables = [0xc4, 0xc8, 0xcc];

/**
 * Whether a JPEG is of a kind that browsers do not decode: of more than 8 bits, lossless, or coded arithmetically. Bytes
 * between segments are skipped, as decoders do.
 */
export function isRareJpeg(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 9 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xff) at++;
    else if (bare.includes(marker)) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && !tables.includes(marker)) {
      return bytes[at + 4] !== 8 || !decodedFrames.includes(marker);
    } else {
      // The picture begins without a frame.
      if (marker === 0xda) return false;
      at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    }
  }
  return false;
}

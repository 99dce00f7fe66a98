import { ascii, viewOf } from './bytes';
import type { Size } from './limits';

/** The values of a directory by tag; numbers only (TIFF 6.0, section 2). EXIF is in the same form. */
export type Directory = ReadonlyMap<number, readonly number[]>;

export const tags = {
  subfileType: 254,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  make: 271,
  orientation: 274,
  samplesPerPixel: 277,
  planarConfiguration: 284,
  tileWidth: 322,
  tileHeight: 323,
  subDirectories: 330,
  dngVersion: 50_706,
} as const;

/** Bytes of one value, by its type; 0 for those that are not read. */
const typeBytes = [0, 1, 1, 2, 4, 0, 1, 1, 2, 4, 0, 0, 0, 4];

/** Enough for the tiles of the largest picture. */
const maxValues = 1_000_000;

/** Pages; more are not looked at, and a chain that returns to itself ends here. */
const maxDirectories = 100;

/** The directories of the pages in a file, whose offsets are from the start of `bytes`. */
export function directoriesOf(bytes: Uint8Array): readonly Directory[] {
  const view = viewOf(bytes);
  const isLittle = ascii(bytes, 0, 2) === 'II';
  const directories: Directory[] = [];
  let at = bytes.length < 8 ? 0 : view.getUint32(4, isLittle);
  while (at > 0 && at + 2 <= bytes.length && directories.length < maxDirectories) {
    const count = view.getUint16(at, isLittle);
    directories.push(directoryAt(view, at + 2, count, isLittle));
    const next = at + 2 + count * 12;
    at = next + 4 <= bytes.length ? view.getUint32(next, isLittle) : 0;
  }
  return directories;
}

/** The first page that is not a small copy of another. */
export function mainDirectoryOf(bytes: Uint8Array): Directory | null {
  const pages = directoriesOf(bytes).filter((one) => one.has(tags.width) && one.has(tags.height));
  return pages.find((one) => !isReduced(one)) ?? pages[0] ?? null;
}

export function sizeOf(directory: Directory): Size {
  return { width: valueOf(directory, 'width', 0), height: valueOf(directory, 'height', 0) };
}

/** The first value of a tag. */
export function valueOf(directory: Directory, tag: keyof typeof tags, otherwise: number): number {
  return directory.get(tags[tag])?.[0] ?? otherwise;
}

/** Of a color filter array, and linear raw data (DNG 1.6). */
const rawPhotometrics = [32_803, 34_892];

/** Whether it is the raw data of a camera, which uses TIFF as its container. */
export function isRaw(bytes: Uint8Array): boolean {
  return directoriesOf(bytes).some(
    (one) =>
      one.has(tags.dngVersion) ||
      rawPhotometrics.includes(valueOf(one, 'photometric', 0)) ||
      // A small picture of a camera, and the data in a directory below it.
      (one.has(tags.make) && one.has(tags.subDirectories) && isReduced(one)),
  );
}

function isReduced(directory: Directory): boolean {
  return (valueOf(directory, 'subfileType', 0) & 1) === 1;
}

function directoryAt(view: DataView, start: number, count: number, isLittle: boolean): Directory {
  const directory = new Map<number, readonly number[]>();
  for (let at = start; at < start + count * 12 && at + 12 <= view.byteLength; at += 12) {
    directory.set(view.getUint16(at, isLittle), valuesAt(view, at, isLittle));
  }
  return directory;
}

function valuesAt(view: DataView, entry: number, isLittle: boolean): readonly number[] {
  const size = typeBytes[view.getUint16(entry + 2, isLittle)] ?? 0;
  const count = view.getUint32(entry + 4, isLittle);
  const at = size * count <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle);
  if (size === 0 || count > maxValues || at + size * count > view.byteLength) return [];
  return Array.from({ length: count }, (_none, index) => {
    if (size === 1) return view.getUint8(at + index);
    return size === 2 ? view.getUint16(at + 2 * index, isLittle) : view.getUint32(at + 4 * index, isLittle);
  });
}

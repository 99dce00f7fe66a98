import { ascii, viewOf } from './bytes';
import { hasDisplayP3Primaries } from './colorProfile';
import type { Size } from './limits';

// Pictures in boxes: HEIC and AVIF (ISO/IEC 23008-12 in the file format of ISO/IEC 14496-12).

interface Box {
  readonly type: string;
  readonly content: Uint8Array;
  /** As the box says, in the bytes around it. */
  readonly end: number;
}

/** Boxes that contain boxes, and how many bytes come before these. */
const containers: Readonly<Record<string, number>> = {
  meta: 4,
  iprp: 0,
  ipco: 0,
  moov: 0,
  trak: 0,
  mdia: 0,
  minf: 0,
  stbl: 0,
  stsd: 8,
};

/** More than any file has; a hostile one would nest without end. */
const maxDepth = 10;

/** The major brand of a file and the compatible ones. */
export function brandsOf(bytes: Uint8Array): readonly string[] {
  const [first] = boxesOf(bytes);
  if (first?.type !== 'ftyp') return [];
  const names = ascii(first.content, 0, 400).match(/[^]{4}/g) ?? [];
  // The second is a version.
  return names.filter((_name, index) => index !== 1);
}

/**
 * The largest of all pictures in a file: layers, tiles and frames included, since any of them may be decoded. Null where no
 * size is found.
 */
export function largestOf(bytes: Uint8Array): Size | null {
  const sizes = [...allBoxes(bytes)].map(sizeOf).filter((size) => size !== null);
  if (sizes.length === 0) return null;
  return {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
}

const displayP3Primaries = 12;

/** Whether the colors are in Display P3, as phones write them: by number or by a profile. */
export function isDisplayP3(bytes: Uint8Array): boolean {
  for (const { type, content } of allBoxes(bytes)) {
    if (type !== 'colr') continue;
    if (ascii(content, 0, 4) === 'nclx' && content[5] === displayP3Primaries) return true;
    if (['prof', 'rICC'].includes(ascii(content, 0, 4)) && hasDisplayP3Primaries(content.subarray(4))) return true;
  }
  return false;
}

/** Whether no box at the top of a file goes on after its end, as after a download that was cut. */
export function isWhole(bytes: Uint8Array): boolean {
  return [...boxesOf(bytes)].every(({ end }) => end <= bytes.length);
}

function sizeOf({ type, content }: Box): Size | null {
  const view = viewOf(content);
  if (type === 'ispe' && content.length >= 12) return { width: view.getUint32(4), height: view.getUint32(8) };
  // A description of frames.
  if (['av01', 'hvc1', 'hev1'].includes(type) && content.length >= 28) {
    return { width: view.getUint16(24), height: view.getUint16(26) };
  }
  return null;
}

function* allBoxes(bytes: Uint8Array, depth = 0): Generator<Box> {
  for (const box of boxesOf(bytes)) {
    yield box;
    const before = containers[box.type];
    if (before !== undefined && depth < maxDepth) yield* allBoxes(box.content.subarray(before), depth + 1);
  }
}

function* boxesOf(bytes: Uint8Array): Generator<Box> {
  const view = viewOf(bytes);
  for (let at = 0; at + 8 <= bytes.length;) {
    const type = ascii(bytes, at + 4, 4);
    let size = view.getUint32(at);
    let header = 8;
    if (size === 1 && at + 16 <= bytes.length) {
      header = 16;
      size = Number(view.getBigUint64(at + 8));
    }
    // Zero: to the end of the file.
    if (size === 0) size = bytes.length - at;
    if (size < header) return;
    yield { type, content: bytes.subarray(at + header, at + size), end: at + size };
    at += size;
  }
}

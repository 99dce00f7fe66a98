import { readFileSync } from 'node:fs';

// Pictures that sharp does not write. `heif/quarters.heic` has the colors of `corners` (pictures.ts) in 96 x 64 pixels,
// `display-p3.heic` the green of sRGB in that color space, both encoded by heif-enc; `two-frames.avif` by avifenc.

const folder = 'e2e/support/heif/';

/** Where the boxes of quarters.heic begin and where its numbers are. */
const meta = 0x1c;
const dataOffset = 0x6b;
const properties = { iprp: 0x9c, ipco: 0xa4, ipcoEnd: 0x148, ipma: 0x148, count: 0x15a, end: 0x15e };
const propertyCount = 3;

/** How a decoder has to turn the picture: quarters of a turn counterclockwise, then mirrored. */
export interface Transformation {
  readonly irot?: number;
  /** 0: top and bottom change places; 1: left and right. */
  readonly imir?: 0 | 1;
}

/** The quarters in a HEIC. `brand`: of the file. `before`: bytes of other data before the boxes that describe it. */
export function quartersHeic({ irot, imir }: Transformation = {}, { brand = 'heic', before = 0 } = {}): Buffer {
  const file = readFileSync(`${folder}quarters.heic`);
  const added = [
    ...(irot === undefined ? [] : [property('irot', irot)]),
    ...(imir === undefined ? [] : [property('imir', imir)]),
  ];
  // Essential ones.
  const references = Buffer.from(added.map((_none, index) => 0x80 | (propertyCount + 1 + index)));
  const boxes = Buffer.concat(added);
  const grow = (at: number, by: number): number => file.writeUInt32BE(file.readUInt32BE(at) + by, at);
  grow(meta, boxes.length + references.length);
  grow(properties.iprp, boxes.length + references.length);
  grow(properties.ipco, boxes.length);
  grow(properties.ipma, references.length);
  const free = before === 0 ? Buffer.alloc(0) : Buffer.concat([Buffer.from([0, 0, 0, 0]), Buffer.from('free')]);
  const other = Buffer.concat([free, Buffer.alloc(before)]);
  if (before > 0) other.writeUInt32BE(other.length);
  grow(dataOffset, boxes.length + references.length + other.length);
  file.writeUInt8(propertyCount + added.length, properties.count);
  file.write(brand, 8);
  return Buffer.concat([
    file.subarray(0, meta),
    other,
    file.subarray(meta, properties.ipcoEnd),
    boxes,
    file.subarray(properties.ipcoEnd, properties.end),
    references,
    file.subarray(properties.end),
  ]);
}

/** Green, `#00ff00` in sRGB, as a phone stores it: in Display P3. */
export function displayP3Heic(): Buffer {
  return readFileSync(`${folder}display-p3.heic`);
}

/** An AVIF sequence: the quarters, then black. */
export function twoFrameAvif(): Buffer {
  return readFileSync(`${folder}two-frames.avif`);
}

function property(name: string, value: number): Buffer {
  return Buffer.concat([Buffer.from([0, 0, 0, 9]), Buffer.from(name), Buffer.from([value])]);
}

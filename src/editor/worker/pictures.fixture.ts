// Headers of pictures of any size, with few bytes after them.

type Size = readonly [width: number, height: number];

const uint32 = (value: number): Buffer => Buffer.from([24, 16, 8, 0].map((shift) => (value >>> shift) & 255));

export function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(64);
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

/** With the header of its file, 14 bytes. */
export function bitmap(width: number, height: number): Buffer {
  const head = Buffer.alloc(64);
  head.write('BM');
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  return head;
}

/** An icon of these pictures: PNGs, or bitmaps without the header of a file. */
export function icon(...pictures: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  for (const [index, { length }] of pictures.entries()) {
    head.writeUInt32LE(length, 6 + 16 * index + 8);
    head.writeUInt32LE(at, 6 + 16 * index + 12);
    at += length;
  }
  return Buffer.concat([head, ...pictures]);
}

/** A box of ISO/IEC 14496-12. */
export function box(name: string, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([uint32(content.length + 8), Buffer.from(name), content]);
}

export function heic(sizes: readonly Size[], brand = 'heic'): Buffer {
  return boxed(brand, sizes);
}

export function avif(sizes: readonly Size[]): Buffer {
  return boxed('avif', sizes);
}

function boxed(brand: string, sizes: readonly Size[]): Buffer {
  const extents = sizes.map(([width, height]) => box('ispe', uint32(0), uint32(width), uint32(height)));
  const meta = box('meta', uint32(0), box('iprp', box('ipco', ...extents)));
  return Buffer.concat([box('ftyp', Buffer.from(brand), uint32(0), Buffer.from(brand)), meta]);
}

/** A TIFF of one page with these tags, each of one number. */
export function tiff(tags: Readonly<Record<number, number>>): Buffer {
  const entries = Object.entries(tags).map(([tag, value]) => {
    const entry = Buffer.alloc(12);
    entry.writeUInt16LE(Number(tag), 0);
    entry.writeUInt16LE(4, 2);
    entry.writeUInt32LE(1, 4);
    entry.writeUInt32LE(value, 8);
    return entry;
  });
  const head = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, entries.length, 0]);
  return Buffer.concat([head, ...entries, Buffer.alloc(4)]);
}

/** A segment of a JPEG with nothing in it. `marker`: in hexadecimal. */
export function padded(marker: string, length: number): Buffer {
  const segment = Buffer.alloc(length + 2);
  segment.write(marker, 'hex');
  segment.writeUInt16BE(length, 2);
  return segment;
}

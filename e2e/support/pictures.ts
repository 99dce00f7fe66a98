import sharp, { type Sharp } from 'sharp';

export const corners = {
  topLeft: '#d02020',
  topRight: '#20a020',
  bottomLeft: '#2030d0',
  bottomRight: '#d0d020',
} as const;

/** A picture whose four quarters have four colors, so that turns and mirrors can be told by its pixels. */
function quarters(width: number, height: number): Sharp {
  const [x, y] = [width / 2, height / 2];
  const part = (left: number, top: number, color: string): string =>
    `<rect x="${left}" y="${top}" width="${x}" height="${y}" fill="${color}"/>`;
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      ${part(0, 0, corners.topLeft)}${part(x, 0, corners.topRight)}
      ${part(0, y, corners.bottomLeft)}${part(x, y, corners.bottomRight)}</svg>`),
  );
}

export function jpegOf(width: number, height: number): Promise<Buffer> {
  return quarters(width, height).flatten().jpeg({ quality: 95 }).toBuffer();
}

export function pictureOf(kind: 'png' | 'webp' | 'gif' | 'avif', side: number): Promise<Buffer> {
  return quarters(side, side).toFormat(kind).toBuffer();
}

/** How the stored pixels have to be turned back so that an EXIF orientation shows them upright. */
const stored: Readonly<Record<number, (upright: Sharp) => Sharp>> = {
  1: (upright) => upright,
  2: (upright) => upright.flop(),
  3: (upright) => upright.rotate(180),
  4: (upright) => upright.flip(),
  5: (upright) => upright.rotate(270).flop(),
  6: (upright) => upright.rotate(270),
  7: (upright) => upright.rotate(90).flop(),
  8: (upright) => upright.rotate(90),
};

/** A phone photo: turned as its sensor saw it, with the orientation, a place and a camera in its EXIF. */
export async function phonePhoto(orientation: number, width = 1200, height = 900): Promise<Buffer> {
  const upright = sharp(await jpegOf(width, height));
  const turned = await (stored[orientation] ?? stored[1])?.(upright).jpeg({ quality: 95 }).toBuffer();
  return sharp(turned)
    .withExif({
      IFD0: { Make: 'Phone', Model: 'Secret' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 8/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '11/1 34/1 0/1' },
    })
    .withMetadata({ orientation })
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** A picture that moves: the quarters first, then black. */
export async function movingGif(side: number): Promise<Buffer> {
  const black = sharp({ create: { width: side, height: side, channels: 3, background: '#000' } });
  const frames = await Promise.all([quarters(side, side).flatten(), black].map((one) => one.png().toBuffer()));
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100], loop: 0 })
    .toBuffer();
}

/** A JPEG of one color, in the wide colors of a phone's screen or in those of a printing press. */
export function jpegIn(space: 'p3' | 'cmyk', background: string, side: number): Promise<Buffer> {
  const plain = sharp({ create: { width: side, height: side, channels: 3, background } });
  return (space === 'p3' ? plain.withIccProfile('p3') : plain.toColorspace('cmyk')).jpeg({ quality: 95 }).toBuffer();
}

/** What a phone's HEIC starts with: its kind, and its width and height. Nothing here can draw it. */
export function heic(side: number): Buffer {
  const number = (value: number): Buffer => Buffer.from([24, 16, 8, 0].map((shift) => (value >> shift) & 255));
  const box = (name: string, ...parts: Buffer[]): Buffer => {
    const content = Buffer.concat(parts);
    return Buffer.concat([number(content.length + 8), Buffer.from(name), content]);
  };
  const extent = box('ispe', number(0), number(side), number(side));
  const brands = box('ftyp', Buffer.from('heic'), number(0), Buffer.from('mif1heic'));
  return Buffer.concat([brands, box('meta', number(0), box('iprp', box('ipco', extent))), Buffer.alloc(64)]);
}

/** The mean color of a picture. */
export async function meanOf(picture: Buffer): Promise<readonly number[]> {
  const { channels } = await sharp(await sharp(picture).removeAlpha().toColorspace('srgb').png().toBuffer()).stats();
  return channels.map(({ mean }) => Math.round(mean));
}

/** Whether the quarters of a picture stand upright. */
export async function isUpright(picture: Buffer): Promise<boolean> {
  const { data } = await sharp(picture).resize(80, 80).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): readonly number[] => [...data.subarray((y * 80 + x) * 3, (y * 80 + x) * 3 + 3)];
  const places = [at(20, 20), at(60, 20), at(20, 60), at(60, 60)];
  return Object.values(corners).every((corner, index) => {
    const channels = [1, 3, 5].map((start) => parseInt(corner.slice(start, start + 2), 16));
    return channels.every((channel, one) => Math.abs(channel - (places[index]?.[one] ?? 0)) < 24);
  });
}

/** A PNG that unfolds to 867 MB: its header alone has to be enough to refuse it. */
export function bomb(): Promise<Buffer> {
  return sharp({ create: { width: 17_000, height: 17_000, channels: 3, background: '#fff' }, limitInputPixels: false })
    .toColorspace('b-w')
    .png({ compressionLevel: 9 })
    .toBuffer();
}

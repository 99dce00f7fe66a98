import sharp, { type Sharp } from 'sharp';
import type { Color } from './pixels';

/** The colors of the test pictures' quarters. */
export const corners = {
  topLeft: '#d02020',
  topRight: '#20a020',
  bottomLeft: '#2030d0',
  bottomRight: '#d0d020',
} as const;

/** Red, green and blue of a color such as `#d02020`. */
export function channelsOf(hex: string): Color {
  return [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));
}

/** A picture whose quarters have four colors: its pixels show how it was turned and mirrored. */
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

/** How a camera stores the pixels of an upright picture, by the EXIF orientation that it writes beside them. */
const storedAs: Readonly<Record<number, (upright: Sharp) => Sharp>> = {
  1: (upright) => upright,
  2: (upright) => upright.flop(),
  3: (upright) => upright.rotate(180),
  4: (upright) => upright.flip(),
  5: (upright) => upright.rotate(270).flop(),
  6: (upright) => upright.rotate(270),
  7: (upright) => upright.rotate(90).flop(),
  8: (upright) => upright.rotate(90),
};

/** A phone photo: pixels in the orientation of the sensor, and orientation, place and camera in its EXIF. */
export async function phonePhoto(orientation: number, width = 1200, height = 900): Promise<Buffer> {
  const upright = sharp(await jpegOf(width, height));
  const turned = await (storedAs[orientation] ?? storedAs[1])?.(upright).jpeg({ quality: 95 }).toBuffer();
  return sharp(turned)
    .withExif({
      IFD0: { Make: 'Phone', Model: 'Secret' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 8/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '11/1 34/1 0/1' },
    })
    .withMetadata({ orientation })
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** As `phonePhoto`, in a kind of file that other cameras and programs write. */
export async function phonePhotoAs(kind: 'jpeg' | 'webp' | 'tiff', orientation: number): Promise<Buffer> {
  const photo = sharp(await phonePhoto(orientation, 400, 300)).withExifMerge({
    IFD0: { Orientation: `${orientation}` },
  });
  return photo.toFormat(kind).toBuffer();
}

/** A bitmap, 24 bits for each pixel. */
export async function bitmapOf(width: number, height: number): Promise<Buffer> {
  const { data } = await quarters(width, height).removeAlpha().flip().raw().toBuffer({ resolveWithObject: true });
  const head = Buffer.alloc(54);
  head.write('BM');
  for (const [at, value] of [
    [2, 54 + data.length],
    [10, 54],
    [14, 40],
    [18, width],
    [22, height],
  ] as const) {
    head.writeUInt32LE(value, at);
  }
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  // Blue comes first.
  for (let at = 0; at < data.length; at += 3) data.subarray(at, at + 3).reverse();
  return Buffer.concat([head, data]);
}

/** An icon of one PNG. */
export async function iconOf(side: number): Promise<Buffer> {
  const png = await pictureOf('png', side);
  const head = Buffer.from([0, 0, 1, 0, 1, 0, side % 256, side % 256, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 22, 0, 0, 0]);
  head.writeUInt32LE(png.length, 14);
  return Buffer.concat([head, png]);
}

/** An animated GIF of two frames: the quarters, then black. */
export async function animatedGif(side: number): Promise<Buffer> {
  const black = sharp({ create: { width: side, height: side, channels: 3, background: '#000' } });
  const frames = await Promise.all([quarters(side, side).flatten(), black].map((one) => one.png().toBuffer()));
  return sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 100], loop: 0 })
    .toBuffer();
}

/** A JPEG of one color, in the color space Display P3 or CMYK. `background`: such as `#00ff00`, in sRGB. */
export function jpegIn(space: 'p3' | 'cmyk', background: string, side: number): Promise<Buffer> {
  const plain = sharp({ create: { width: side, height: side, channels: 3, background } });
  return (space === 'p3' ? plain.withIccProfile('p3') : plain.toColourspace('cmyk')).jpeg({ quality: 95 }).toBuffer();
}

/** The mean color of a picture. */
export async function meanColorOf(picture: Buffer): Promise<Color> {
  const { channels } = await sharp(await sharp(picture).removeAlpha().toColourspace('srgb').png().toBuffer()).stats();
  return channels.map(({ mean }) => Math.round(mean));
}

/** Whether each quarter of a picture has the color that it has in an upright one. */
export async function isUpright(picture: Buffer): Promise<boolean> {
  const { data } = await sharp(picture).resize(80, 80).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): Color => [...data.subarray((y * 80 + x) * 3, (y * 80 + x) * 3 + 3)];
  const places = [at(20, 20), at(60, 20), at(20, 60), at(60, 60)];
  return Object.values(corners).every((corner, index) => {
    return channelsOf(corner).every((channel, one) => Math.abs(channel - (places[index]?.[one] ?? 0)) < 24);
  });
}

/** A small PNG of 867 MB of pixels: an add-in that decodes it before it reads its header runs out of memory. */
export function decompressionBomb(): Promise<Buffer> {
  return sharp({ create: { width: 17_000, height: 17_000, channels: 3, background: '#fff' }, limitInputPixels: false })
    .toColourspace('b-w')
    .png({ compressionLevel: 9 })
    .toBuffer();
}

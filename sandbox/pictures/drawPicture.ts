import sharp from 'sharp';
import { backgroundOf, drawFace } from '../service/drawFace';
import type { PictureFile } from './pictureFiles';

/** The pictures show so many faces. */
const faces = 24;

/** The side of a drawn face, as a part of the picture's shorter side; and where it ends below, as a part of itself. */
const facePart = 0.8;
const shoulders = 0.86;

/** EXIF orientation of a camera that was held upright: its pixels are turned to the right to be seen. */
const turnedRight = 6;

/** Faces that were drawn, by their seed and side. Most of the time goes into drawing them. */
const drawn = new Map<string, Promise<Buffer>>();

/** The bytes of a file: a person before a background, a little beside the middle; or a text. */
export async function drawPicture({ path, number, size }: PictureFile): Promise<Uint8Array> {
  if (!size) return Buffer.from('This is no picture.\n');
  const { width, height, isTurned = false } = size;
  const side = Math.round(Math.min(width, height) * facePart);
  const left = Math.round((width - side) * (0.3 + 0.2 * (number % 3)));
  const top = Math.round((height - side) * 0.2);
  const upright = sharp({ create: { width, height, channels: 3, background: backgroundOf(number) } })
    .composite([{ input: await bustOf(number % faces, side, height - top), left, top }])
    .removeAlpha();
  if (path.endsWith('.png')) return upright.png().toBuffer();
  if (!isTurned) return upright.jpeg({ quality: 88 }).toBuffer();
  const stored = sharp(await upright.raw().toBuffer(), { raw: { width, height, channels: 3 } }).rotate(270);
  return stored.withMetadata({ orientation: turnedRight }).jpeg({ quality: 88 }).toBuffer();
}

/** A face and the body below it, down to the edge of the picture. */
async function bustOf(face: number, width: number, height: number): Promise<Buffer> {
  const cut = Math.round(width * shoulders);
  const head = sharp(await faceOf(face, width)).extract({ left: 0, top: 0, width, height: cut });
  return head
    .extend({ bottom: height - cut, extendWith: 'copy' })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

function faceOf(face: number, side: number): Promise<Buffer> {
  const key = `${face} ${side}`;
  const known = drawn.get(key) ?? drawFace(`picture ${face}`, side).png({ compressionLevel: 1 }).toBuffer();
  drawn.set(key, known);
  return known;
}

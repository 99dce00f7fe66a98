/** Width and height of what is compared, in pixels. */
const side = 16;

/** A larger square is scaled to this at once, and halved from there. Pixels. */
const firstSide = 512;

/**
 * The largest mean difference between two encodings of one picture, in levels of 255. Measured: below 2 where a photo is
 * scaled and encoded once more at a quality of 30 to 90, above 9 between crops that are 32 of 648 pixels apart.
 */
const largestDifference = 3;

/** A picture's square middle, scaled to 16 x 16 pixels: red, green, blue and alpha of each. @throws for what is no picture. */
export type Thumbnail = (picture: Blob) => Promise<ArrayLike<number>>;

/** Whether two pictures show the same: byte by byte, or decoded, since services encode again what they are sent. */
export async function isSamePicture(one: Blob, other: Blob, thumbnail: Thumbnail): Promise<boolean> {
  if (await hasSameBytes(one, other)) return true;
  try {
    const [pixels, otherPixels] = await Promise.all([thumbnail(one), thumbnail(other)]);
    return meanDifference(pixels, otherPixels) <= largestDifference;
  } catch {
    // What cannot be decoded has no picture to compare.
    return false;
  }
}

/** A thumbnail by the browser's own decoder. */
export async function thumbnailOf(picture: Blob): Promise<Uint8ClampedArray> {
  const decoded = await createImageBitmap(picture);
  const square = Math.min(decoded.width, decoded.height);
  const [x, y] = [(decoded.width - square) / 2, (decoded.height - square) / 2];
  let context = contextOf(firstSide);
  context.drawImage(decoded, x, y, square, square, 0, 0, firstSide, firstSide);
  decoded.close();
  // By halves: in one step, some browsers look at a few pixels only.
  for (let width = firstSide / 2; width >= side; width /= 2) {
    const half = contextOf(width);
    half.drawImage(context.canvas, 0, 0, width, width);
    context = half;
  }
  return context.getImageData(0, 0, side, side).data;
}

function contextOf(width: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, width).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas to draw on');
  return context;
}

async function hasSameBytes(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size) return false;
  const [bytes, otherBytes] = await Promise.all([one.arrayBuffer(), other.arrayBuffer()]);
  const compared = new Uint8Array(otherBytes);
  return new Uint8Array(bytes).every((byte, index) => byte === compared[index]);
}

function meanDifference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const sum = Array.from(one).reduce((total, level, index) => total + Math.abs(level - (other[index] ?? 0)), 0);
  // A quarter of the levels is alpha, which is the same in every JPEG.
  return sum / (one.length * 0.75);
}

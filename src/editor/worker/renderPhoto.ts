import { limits as sourceLimits } from './inspectPicture';
import { shrink } from './lanczos';
import type { Edit, Limits, Rendered, UnusableReason } from './protocol';

/** The longest side of the preview, in pixels: sharp on a dense screen in a narrow pane. */
const previewSide = 1024;

/** From fine to coarse; the first that keeps the limit of bytes is taken. */
const qualities = [0.92, 0.85, 0.75, 0.6, 0.45];

/** The whole picture, small enough to be drawn while it is edited. */
export function preview(picture: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, previewSide / Math.max(picture.width, picture.height));
  const [width, height] = [Math.max(1, picture.width * scale), Math.max(1, picture.height * scale)];
  const { canvas, brush } = paper(Math.round(width), Math.round(height));
  // It is only for the eye while the hand moves.
  brush.imageSmoothingQuality = 'medium';
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}

/** Cuts the square out of the turned picture and makes a JPEG of it, never enlarged. */
export async function cut(picture: ImageBitmap, edit: Edit, limits: Limits): Promise<Rendered | UnusableReason> {
  const { box, x, y, side } = squareOf(picture, edit);
  const pixels = Math.min(limits.pixels, Math.floor(side));
  if (pixels < sourceLimits.narrowest) return 'tooSmall';
  // Twice the size by the browser, the rest by Lanczos: the best picture measured, in the least time.
  const drawn = Math.min(2 * pixels, Math.floor(side));
  const { brush } = paper(drawn, drawn);
  const scale = drawn / side;
  brush.scale(scale, scale);
  brush.translate(box.width / 2 - x, box.height / 2 - y);
  brush.rotate(radians(edit.rotation));
  if (edit.flipped) brush.scale(-1, 1);
  brush.drawImage(picture, -picture.width / 2, -picture.height / 2);
  const small = shrink({ data: brush.getImageData(0, 0, drawn, drawn).data, side: drawn }, pixels);
  return encoded(new ImageData(small.data, pixels, pixels), pixels, limits.bytes);
}

async function encoded(image: ImageData, pixels: number, bytes: number): Promise<Rendered | UnusableReason> {
  const { canvas, brush } = paper(pixels, pixels);
  brush.putImageData(image, 0, 0);
  for (const quality of qualities) {
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (jpeg.size <= bytes) return { jpeg, pixels };
  }
  return 'tooHeavy';
}

/** The square in pixels of the box that surrounds the turned picture. */
function squareOf({ width, height }: ImageBitmap, { area, rotation }: Edit) {
  const [cos, sin] = [Math.abs(Math.cos(radians(rotation))), Math.abs(Math.sin(radians(rotation)))];
  const box = { width: width * cos + height * sin, height: width * sin + height * cos };
  const side = Math.min((box.width * area.width) / 100, (box.height * area.height) / 100);
  return { box, x: (box.width * area.x) / 100, y: (box.height * area.y) / 100, side };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** White under what is transparent: a JPEG has no transparency. */
function paper(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!brush) throw new Error('No canvas to draw on');
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, width, height);
  brush.imageSmoothingQuality = 'high';
  return { canvas, brush };
}

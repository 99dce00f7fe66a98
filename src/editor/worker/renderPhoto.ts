import { cropOf, radians, type Crop } from './crop';
import { downscale } from './lanczos';
import { minPhotoSide, unusable } from './limits';
import type { PictureEdit, RenderLimits, WorkerResult } from './protocol';

/** The longest side of the preview: sharp on a dense screen in a narrow pane. Pixels. */
const previewSide = 1024;

const previewQuality = 0.85;

/** JPEG qualities, best first: the first whose JPEG is within the limit of bytes is used. */
const photoQualities = [0.92, 0.85, 0.75, 0.6, 0.45];

/** Renders the whole picture as a small JPEG to edit on screen. */
export function renderPreview(picture: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, previewSide / Math.max(picture.width, picture.height));
  const [width, height] = [Math.max(1, picture.width * scale), Math.max(1, picture.height * scale)];
  const { canvas, context } = createCanvas(Math.round(width), Math.round(height));
  // Faster than 'high', and good enough while editing.
  context.imageSmoothingQuality = 'medium';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: previewQuality });
}

/** Crops the square out of the rotated picture and encodes it as a JPEG, never enlarged. */
export async function renderPhoto(
  picture: ImageBitmap,
  edit: PictureEdit,
  limits: RenderLimits,
): Promise<WorkerResult> {
  const crop = cropOf(picture, edit);
  const pixels = Math.min(limits.pixels, crop.pixels);
  if (pixels < minPhotoSide) return unusable('tooSmall');
  // The browser scales to twice the size, Lanczos does the rest: the best quality measured, in the shortest time.
  const drawnSide = Math.min(2 * pixels, crop.pixels);
  const drawn = drawCrop(picture, edit, crop, drawnSide);
  const { data } = downscale({ data: drawn.data, side: drawnSide }, pixels);
  return encodePhoto(new ImageData(data, pixels, pixels), pixels, limits.bytes);
}

function drawCrop(
  picture: ImageBitmap,
  { rotation, flipped }: PictureEdit,
  { box, x, y, side }: Crop,
  drawnSide: number,
): ImageData {
  const { context } = createCanvas(drawnSide, drawnSide);
  const scale = drawnSide / side;
  context.scale(scale, scale);
  context.translate(box.width / 2 - x, box.height / 2 - y);
  context.rotate(radians(rotation));
  if (flipped) context.scale(-1, 1);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
  return context.getImageData(0, 0, drawnSide, drawnSide);
}

async function encodePhoto(image: ImageData, pixels: number, maxBytes: number): Promise<WorkerResult> {
  const { canvas, context } = createCanvas(pixels, pixels);
  context.putImageData(image, 0, 0);
  for (const quality of photoQualities) {
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (jpeg.size <= maxBytes) return { kind: 'rendered', photo: { jpeg, pixels } };
  }
  return unusable('tooHeavy');
}

/** A white canvas: a JPEG has no transparency. */
function createCanvas(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('No canvas to draw on');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
}

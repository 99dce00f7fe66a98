/** Draws a picture as its EXIF orientation says, and closes it. 1 is upright; 5 to 8 exchange width and height. */
export function turnUpright(picture: ImageBitmap, orientation: number): ImageBitmap {
  if (orientation === 1) return picture;
  const { width, height } = picture;
  const isOnSide = orientation >= 5;
  const canvas = isOnSide ? new OffscreenCanvas(height, width) : new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas to draw on');
  context.setTransform(...matrixOf(orientation, width, height));
  context.drawImage(picture, 0, 0);
  picture.close();
  return canvas.transferToImageBitmap();
}

type Matrix = readonly [number, number, number, number, number, number];

/** From the stored picture to the upright one (EXIF 2.32, Orientation). */
function matrixOf(orientation: number, width: number, height: number): Matrix {
  const matrices: Readonly<Record<number, Matrix>> = {
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, height, 0],
    7: [0, -1, -1, 0, height, width],
    8: [0, -1, 1, 0, 0, width],
  };
  return matrices[orientation] ?? [1, 0, 0, 1, 0, 0];
}

import type { Size } from './limits';
import type { PictureEdit } from './protocol';

type Area = PictureEdit['area'];

/** Pixels from the left top corner of the picture. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** The side of the cut in faces, from brow to chin: the head with hair and a little of the shoulders. */
const facesPerSide = 2.5;

/** A smaller photo looks blurred. Pixels. */
const minSharpSide = 240;

/** Where the cut of a tall picture without a face begins: this part of what is left out is above it. */
const partAbove = 0.2;

/** The square with the face in its middle, moved and made smaller as far as the picture demands; in percent. */
export function cutAround(face: Box, picture: Size): Area {
  const seen = clip(face, picture);
  const wanted = Math.max(facesPerSide * Math.max(seen.width, seen.height), minSharpSide);
  const side = Math.min(wanted, picture.width, picture.height);
  const x = within(seen.x + (seen.width - side) / 2, picture.width - side);
  const y = within(seen.y + (seen.height - side) / 2, picture.height - side);
  return percentOf({ x, y, width: side, height: side }, picture);
}

/** The largest square in the middle of a wide picture, and in the upper part of a tall one; in percent. */
export function upperMiddle(picture: Size): Area {
  const side = Math.min(picture.width, picture.height);
  const [x, y] = [(picture.width - side) / 2, (picture.height - side) * partAbove];
  return percentOf({ x, y, width: side, height: side }, picture);
}

/** The part of the box inside of the picture: a face may continue outside. */
function clip({ x, y, width, height }: Box, picture: Size): Box {
  const [left, top] = [within(x, picture.width), within(y, picture.height)];
  const [right, bottom] = [within(x + width, picture.width), within(y + height, picture.height)];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function within(value: number, max: number): number {
  return Math.min(Math.max(value, 0), max);
}

function percentOf({ x, y, width, height }: Box, picture: Size): Area {
  return {
    x: (100 * x) / picture.width,
    y: (100 * y) / picture.height,
    width: (100 * width) / picture.width,
    height: (100 * height) / picture.height,
  };
}

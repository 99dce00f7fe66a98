import type { Size } from './limits';
import type { PictureEdit } from './protocol';

/** A square of the box around the rotated picture. Pixels of the picture. */
export interface Crop {
  readonly box: Size;
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** The side as a whole number. */
  readonly pixels: number;
}

/**
 * The square that an edit shows. Its area was measured on the screen, where widths and heights are rounded: one that is all
 * of the shorter side is exactly that side, and no square is outside of the box.
 */
export function cropOf({ width, height }: Size, { area, rotation }: PictureEdit): Crop {
  const [cos, sin] = [Math.abs(Math.cos(radians(rotation))), Math.abs(Math.sin(radians(rotation)))];
  const box = { width: width * cos + height * sin, height: width * sin + height * cos };
  const measured = Math.max((box.width * area.width) / 100, (box.height * area.height) / 100);
  const side = Math.min(measured, box.width, box.height);
  const [x, y] = [(box.width * area.x) / 100, (box.height * area.y) / 100];
  return {
    box,
    x: Math.min(x, box.width - side),
    y: Math.min(y, box.height - side),
    side,
    pixels: Math.round(side),
  };
}

export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

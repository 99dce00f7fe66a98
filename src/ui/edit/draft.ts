import type { PictureEdit, OpenedPicture } from '../../editor';
import type { Addressee } from '../../photos';

/** A picture that is being edited, and its position under the mask. */
export interface Draft {
  readonly owner: Addressee;
  readonly picture: OpenedPicture;
  /** Offset of the picture under the mask, in CSS pixels. */
  readonly crop: { readonly x: number; readonly y: number };
  /** 1: the picture fills the mask. */
  readonly zoom: number;
  /** Quarter turns clockwise; negative ones are counterclockwise. */
  readonly quarters: number;
  /** Degrees clockwise, on top of the quarter turns. */
  readonly angle: number;
  readonly flipped: boolean;
  /** What the mask shows, in percent of the turned picture; null until the crop area is drawn. */
  readonly area: PictureEdit['area'] | null;
  /** The finer tools are shown. */
  readonly hasMoreTools: boolean;
}

/** How a picture lies under the mask. */
export type Position = Pick<Draft, 'crop' | 'zoom' | 'quarters' | 'angle' | 'flipped'>;

/** The position of a picture that was not moved, zoomed or turned. */
export const startPosition: Position = { crop: { x: 0, y: 0 }, zoom: 1, quarters: 0, angle: 0, flipped: false };

/** Nothing would be lost by closing the picture. */
export function isAtStart({ crop, zoom, quarters, angle, flipped }: Position): boolean {
  return crop.x === 0 && crop.y === 0 && zoom === 1 && quarters === 0 && angle === 0 && !flipped;
}

export function positionOf({ crop, zoom, quarters, angle, flipped }: Position): Position {
  return { crop, zoom, quarters, angle, flipped };
}

/** Degrees, clockwise. */
export function rotationOf({ quarters, angle }: Pick<Draft, 'quarters' | 'angle'>): number {
  return quarters * 90 + angle;
}

/** The edit that the image editor renders. */
export function editOf({
  area,
  rotation,
  flipped,
}: Pick<Draft, 'area' | 'flipped'> & { rotation: number }): PictureEdit {
  return { area: area ?? { x: 0, y: 0, width: 100, height: 100 }, rotation, flipped };
}

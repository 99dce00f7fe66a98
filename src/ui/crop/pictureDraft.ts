import type { OpenedPicture, PictureEdit } from '../../editor';

/** An opened picture, and its position under the mask. */
export interface PictureDraft {
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
  /** What the mask shows at first; null: as much of the picture as there is room for. */
  readonly start: PictureEdit | null;
  /** Number of resets to the start. Each one mounts the crop area again. */
  readonly restarts: number;
}

/** How a picture lies under the mask. */
export type Position = Pick<PictureDraft, 'crop' | 'zoom' | 'quarters' | 'angle' | 'flipped'>;

/** The position of a picture that was not moved, zoomed or turned. */
export const startPosition: Position = { crop: { x: 0, y: 0 }, zoom: 1, quarters: 0, angle: 0, flipped: false };

/** A larger zoom leaves too few pixels of any picture. */
const largestZoom = 5;

/** A picture of which the mask shows the part of an edit; where it is moved to is known once the mask is drawn. */
export function draftOf(picture: OpenedPicture, start: PictureEdit | null): PictureDraft {
  return { picture, ...startPosition, ...turnOf(start), area: null, hasMoreTools: false, start, restarts: 0 };
}

/** The change that shows the start again. */
export function startAgain({ start, restarts }: PictureDraft): Partial<PictureDraft> {
  // The crop area computes the position of a start, in pixels, when it is mounted.
  const redrawn = start && { area: null, restarts: restarts + 1 };
  return { ...startPosition, ...turnOf(start), ...redrawn };
}

function turnOf(start: PictureEdit | null): Partial<Position> {
  if (!start) return {};
  const quarters = Math.round(start.rotation / 90);
  return { quarters, angle: start.rotation - quarters * 90, flipped: start.flipped };
}

/** Nothing would be lost by closing the picture. */
export function isAtStart(draft: PictureDraft): boolean {
  const { crop, zoom, quarters, angle, flipped, start } = draft;
  if (start) return draft.area === null || isNear(editOf(draft), start);
  return crop.x === 0 && crop.y === 0 && zoom === 1 && quarters === 0 && angle === 0 && !flipped;
}

/** Whether two edits differ by less than the rounding of a mask to whole pixels. */
function isNear(one: PictureEdit, other: PictureEdit): boolean {
  const isSameTurn = one.rotation === other.rotation && one.flipped === other.flipped;
  const sides = ['x', 'y', 'width', 'height'] as const;
  return isSameTurn && sides.every((side) => Math.abs(one.area[side] - other.area[side]) < other.area.width / 100);
}

export function positionOf({ crop, zoom, quarters, angle, flipped }: Position): Position {
  return { crop, zoom, quarters, angle, flipped };
}

/** Degrees, clockwise. */
export function rotationOf({ quarters, angle }: Pick<PictureDraft, 'quarters' | 'angle'>): number {
  return quarters * 90 + angle;
}

/** The edit that the image editor renders. */
export function editOf({
  area,
  flipped,
  ...turn
}: Pick<PictureDraft, 'area' | 'flipped' | 'quarters' | 'angle'>): PictureEdit {
  return { area: area ?? { x: 0, y: 0, width: 100, height: 100 }, rotation: rotationOf(turn), flipped };
}

/** The largest zoom of a picture: a start that shows less of it stays possible. In whole tenths. */
export function largestZoomOf({ picture: { width, height }, start }: PictureDraft): number {
  if (!start) return largestZoom;
  return Math.max(largestZoom, Math.ceil((10 * Math.min(width, height)) / sideOf({ width, height }, start)) / 10);
}

/** The side of an edit's square, in pixels of the picture. */
export function sideOf(
  { width, height }: Pick<OpenedPicture, 'width' | 'height'>,
  { area, rotation }: PictureEdit,
): number {
  const radians = (rotation * Math.PI) / 180;
  const turnedWidth = width * Math.abs(Math.cos(radians)) + height * Math.abs(Math.sin(radians));
  return (turnedWidth * area.width) / 100;
}

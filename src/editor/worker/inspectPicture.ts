import { fileKindOf, type PictureKind } from './fileKind';
import { maxFileBytes, sizeProblem, unusable } from './limits';
import { pictureSizeOf } from './pictureSize';
import type { Unusable } from './protocol';

/** `pixels`: of the picture as it is decoded. */
export interface UsablePicture {
  readonly kind: 'usable';
  readonly format: PictureKind;
  readonly pixels: number;
}

/**
 * Checks a picture by its header before it is decoded: a small file may decode to gigabytes. What the browser does not
 * decode is usable here: some do, and there are decoders for it.
 */
export function inspectPicture(bytes: Uint8Array, maxPixels?: number): UsablePicture | Unusable {
  if (bytes.length === 0) return unusable('empty');
  if (bytes.length > maxFileBytes) return unusable('tooManyBytes');
  const file = fileKindOf(bytes);
  if (file.kind === 'unknown') return unusable('notAPicture');
  if (file.kind === 'other') return unusable('otherKind', file.name);
  const size = pictureSizeOf(file.kind, bytes);
  const problem = size ? sizeProblem(size, maxPixels) : 'broken';
  if (!size || problem) return unusable(problem ?? 'broken');
  return { kind: 'usable', format: file.kind, pixels: size.width * size.height };
}

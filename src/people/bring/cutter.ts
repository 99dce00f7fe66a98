import { createImageEditor, type ImageEditor, type PictureEdit, type RenderLimits } from '../../editor';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How much of what is left out above and below a square is left out above: faces are in the upper middle. */
const shareAbove = 0.25;

/** The largest square of an upright picture: in the middle from left to right, above it from top to bottom. In percent. */
export function squareIn({ width, height }: Size): PictureEdit['area'] {
  const side = Math.min(width, height);
  const [partX, partY] = [(100 * side) / width, (100 * side) / height];
  return { x: (100 - partX) / 2, y: (100 - partY) * shareAbove, width: partX, height: partY };
}

/** Makes photos of files: upright, square, and within the limits of the service. One at a time: the worker holds one. */
export class PhotoCutter {
  readonly #editor: ImageEditor;
  #latest: Promise<unknown> = Promise.resolve();

  constructor(editor: ImageEditor = createImageEditor()) {
    this.#editor = editor;
  }

  /** @throws EditorError; an AbortError after `close`. */
  cut(file: Blob, limits: RenderLimits): Promise<Blob> {
    const photo = this.#latest.then(() => this.#cut(file, limits));
    this.#latest = photo.catch(() => undefined);
    return photo;
  }

  /** Ends the worker. */
  close(): void {
    this.#editor.close();
  }

  async #cut(file: Blob, limits: RenderLimits): Promise<Blob> {
    const picture = await this.#editor.open(file);
    const edit: PictureEdit = { area: squareIn(picture), rotation: 0, flipped: false };
    return (await this.#editor.render(edit, limits)).jpeg;
  }
}

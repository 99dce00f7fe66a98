import { createImageEditor, type ImageEditor, type PictureEdit, type RenderLimits } from '../../editor';

/** A photo that was made of a file, and how. */
export interface Cut {
  /** A JPEG. */
  readonly photo: Blob;
  readonly edit: PictureEdit;
}

/** The whole picture, in percent. */
const whole: PictureEdit['area'] = { x: 0, y: 0, width: 100, height: 100 };

/** Makes photos of files: upright, square around the face where they are not square already, and within the limits of the service. One at a time: the worker holds one. */
export class PhotoCutter {
  readonly #editor: ImageEditor;
  #latest: Promise<unknown> = Promise.resolve();

  constructor(editor: ImageEditor = createImageEditor()) {
    this.#editor = editor;
  }

  /** @throws EditorError; an AbortError after `close`. */
  cut(file: Blob, limits: RenderLimits): Promise<Cut> {
    const cut = this.#latest.then(() => this.#cut(file, limits));
    this.#latest = cut.catch(() => undefined);
    return cut;
  }

  /** Ends the worker. */
  close(): void {
    this.#editor.close();
  }

  async #cut(file: Blob, limits: RenderLimits): Promise<Cut> {
    const { width, height } = await this.#editor.open(file);
    // A photo of the service, as a backup has them, is cut already.
    const isCut = width === height && width <= limits.pixels;
    const area = isCut ? whole : (await this.#editor.bestCut()).area;
    const edit = { area, rotation: 0, flipped: false };
    const { jpeg } = await this.#editor.render(edit, limits);
    return { photo: jpeg, edit };
  }
}

import { createImageEditor, type ImageEditor, type RenderLimits } from '../../editor';

/** Makes photos of files: upright, square around the face, and within the limits of the service. One at a time: the worker holds one. */
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
    await this.#editor.open(file);
    const { area } = await this.#editor.bestCut();
    return (await this.#editor.render({ area, rotation: 0, flipped: false }, limits)).jpeg;
  }
}

import { EditorCrashedError, EditorNotLoadedError, PictureUnusableError, type EditorError } from './errors';
import { preloadWorker, WorkerBridge } from './workerBridge';
import type {
  BestCut,
  OpenedPicture,
  PictureEdit,
  RenderedPhoto,
  RenderLimits,
  WorkerResult,
  WorkerTask,
} from './worker/protocol';

interface AbortOptions {
  readonly signal?: AbortSignal;
}

/** Turns a chosen file into a JPEG that the service accepts. Decoding, drawing and encoding run in a worker. */
export interface ImageEditor {
  /** Loads the worker's script into the browser's cache. @throws where it does not load. */
  preload(): Promise<void>;
  /** @throws PictureUnusableError, EditorCrashedError, EditorNotLoadedError; the signal's own reason when it aborts. */
  open(file: Blob, options?: AbortOptions): Promise<OpenedPicture>;
  /** Renders the picture that was opened last. @throws as `open`. */
  render(edit: PictureEdit, limits: RenderLimits, options?: AbortOptions): Promise<RenderedPhoto>;
  /** A square of the picture that was opened last, around its most prominent face or in its upper middle. @throws as `open`. */
  bestCut(options?: AbortOptions): Promise<BestCut>;
  /** Ends the worker and frees the picture; calls in flight reject with an AbortError. */
  close(): void;
}

export function createImageEditor(): ImageEditor {
  return new WorkerImageEditor();
}

class WorkerImageEditor implements ImageEditor {
  readonly #bridge = new WorkerBridge();
  /** The file that was opened last, for a worker that starts after a crash or an abort. */
  #file: Blob | null = null;

  preload(): Promise<void> {
    return preloadWorker();
  }

  async open(file: Blob, { signal }: AbortOptions = {}): Promise<OpenedPicture> {
    this.#file = null;
    const picture = await this.#open(file, signal);
    this.#file = file;
    return picture;
  }

  async render(edit: PictureEdit, limits: RenderLimits, { signal }: AbortOptions = {}): Promise<RenderedPhoto> {
    const result = await this.#runOpened({ kind: 'render', edit, limits }, signal);
    if (result.kind !== 'rendered') throw errorOf(result);
    return result.photo;
  }

  async bestCut({ signal }: AbortOptions = {}): Promise<BestCut> {
    const result = await this.#runOpened({ kind: 'findCut' }, signal);
    if (result.kind !== 'cut') throw errorOf(result);
    return result.cut;
  }

  close(): void {
    this.#file = null;
    this.#bridge.stop(new DOMException('The editor was closed', 'AbortError'));
  }

  /** Runs a task of the opened picture, which a new worker opens first. */
  async #runOpened(task: WorkerTask, signal: AbortSignal | undefined): Promise<WorkerResult> {
    if (!this.#bridge.isRunning && this.#file) await this.#open(this.#file, signal);
    return this.#bridge.run(task, signal);
  }

  async #open(file: Blob, signal: AbortSignal | undefined): Promise<OpenedPicture> {
    const result = await this.#bridge.run({ kind: 'open', file }, signal);
    if (result.kind !== 'opened') throw errorOf(result);
    return result.picture;
  }
}

function errorOf(result: WorkerResult): EditorError {
  if (result.kind === 'unusable') return new PictureUnusableError(result.reason, result);
  if (result.kind === 'notLoaded') return new EditorNotLoadedError('The decoder did not load');
  return new EditorCrashedError(`The worker returned an unexpected result: ${result.kind}`);
}

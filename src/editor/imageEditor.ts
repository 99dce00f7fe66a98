import type { Ask, Edit, Limits, Opened, Rendered, Told, UnusableReason } from './worker/protocol';

/** The picture cannot be used; `reason` says why. */
export class PictureUnusableError extends Error {
  override readonly name = 'PictureUnusableError';
  readonly reason: UnusableReason;

  constructor(reason: UnusableReason) {
    super(`The picture cannot be used: ${reason}`);
    this.reason = reason;
  }
}

/** The worker that holds the picture has crashed, most likely for want of memory. The next call starts another. */
export class EditorCrashedError extends Error {
  override readonly name = 'EditorCrashedError';
}

/** Everything that the editor throws, besides an abort. */
export type EditorError = PictureUnusableError | EditorCrashedError;

/** From a chosen file to bytes that the service accepts. All heavy work is done beside the page. */
export interface ImageEditor {
  /** @throws PictureUnusableError, EditorCrashedError; the signal's own reason when it aborts. */
  open(file: Blob, options?: { readonly signal?: AbortSignal }): Promise<Opened>;
  /** The picture that was opened last. @throws as `open`. */
  render(edit: Edit, limits: Limits, options?: { readonly signal?: AbortSignal }): Promise<Rendered>;
  /** Lets go of the picture. */
  close(): void;
}

type Question = Ask extends infer One ? (One extends Ask ? Omit<One, 'id'> : never) : never;

interface Waiting {
  readonly resolve: (value: Opened | Rendered) => void;
  readonly reject: (error: Error) => void;
}

export function createImageEditor(): ImageEditor {
  let worker: Worker | null = null;
  let opened: Blob | null = null;
  let ids = 0;
  const waiting = new Map<number, Waiting>();

  const end = (error: Error): void => {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const start = (): Worker => {
    const started = new Worker(new URL('./worker/worker.ts', import.meta.url));
    started.onmessage = ({ data }: MessageEvent<Told>) => {
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if ('value' in data) one?.resolve(data.value);
      else one?.reject(new PictureUnusableError(data.unusable));
    };
    started.addEventListener('error', (event) => {
      event.preventDefault();
      end(new EditorCrashedError('The worker crashed', { cause: event.error }));
    });
    return started;
  };

  const ask = async (question: Question, signal: AbortSignal | undefined): Promise<Opened | Rendered> => {
    signal?.throwIfAborted();
    worker ??= start();
    const id = ++ids;
    // Decoding cannot be stopped, a worker can.
    const abort = (): void => end(signal?.reason instanceof Error ? signal.reason : new DOMException('', 'AbortError'));
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker?.postMessage({ id, ...question });
      });
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  };

  return {
    async open(file, { signal } = {}) {
      opened = null;
      const answer = (await ask({ open: file }, signal)) as Opened;
      opened = file;
      return answer;
    },
    async render(edit, limits, { signal } = {}) {
      // A new worker knows nothing of the picture.
      if (!worker && opened) await ask({ open: opened }, signal);
      return (await ask({ render: edit, limits }, signal)) as Rendered;
    },
    close() {
      opened = null;
      end(new DOMException('The editor was closed', 'AbortError'));
    },
  };
}

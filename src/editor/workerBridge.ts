import { abortReason, deferred } from '../base';
import { EditorCrashedError, EditorNotLoadedError } from './errors';
import type { WorkerRequest, WorkerResponse, WorkerResult, WorkerTask } from './worker/protocol';

interface PendingRequest {
  readonly resolve: (result: WorkerResult) => void;
  readonly reject: (error: Error) => void;
}

/** The bundler's functions for the addresses of its files. */
declare const __webpack_public_path__: string;
declare const __webpack_get_script_filename__: (chunk: string) => string;

/** Loads the worker's script into the browser's cache, where the worker finds it later. @throws where it does not load. */
export async function preloadWorker(): Promise<void> {
  const response = await fetch(__webpack_public_path__ + __webpack_get_script_filename__('editor-worker'));
  // Read to its end: an answer that is dropped is not cached.
  await response.arrayBuffer();
}

/** Sends tasks to the worker, which it starts with the first one. */
export class WorkerBridge {
  #worker: Worker | null = null;
  #latestId = 0;
  readonly #pending = new Map<number, PendingRequest>();

  /** Whether there is a worker, which holds the opened picture. */
  get isRunning(): boolean {
    return this.#worker !== null;
  }

  /**
   * Resolves with the worker's result. An abort ends the worker and rejects all tasks: decoding cannot be interrupted.
   * @throws EditorCrashedError, EditorNotLoadedError; the signal's own reason when it aborts.
   */
  async run(task: WorkerTask, signal: AbortSignal | undefined): Promise<WorkerResult> {
    signal?.throwIfAborted();
    this.#worker ??= this.#start();
    const id = ++this.#latestId;
    const abort = (): void => this.stop(abortReason(signal));
    signal?.addEventListener('abort', abort, { once: true });
    const { promise, resolve, reject } = deferred<WorkerResult>();
    this.#pending.set(id, { resolve, reject });
    try {
      this.#worker.postMessage({ id, ...task } satisfies WorkerRequest);
      return await promise;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /** Ends the worker and rejects all tasks with `error`. */
  stop(error: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }

  #start(): Worker {
    const worker = new Worker(/* webpackChunkName: "editor-worker" */ new URL('./worker/worker.ts', import.meta.url));
    let hasAnswered = false;
    worker.onmessage = ({ data }: MessageEvent<WorkerResponse>) => {
      hasAnswered = true;
      this.#pending.get(data.id)?.resolve(data);
      this.#pending.delete(data.id);
    };
    // The event of a script that does not load has no message (HTML standard, run a worker).
    worker.addEventListener('error', (event: Event & Partial<ErrorEvent>) => {
      event.preventDefault();
      this.stop(
        hasAnswered || 'message' in event
          ? new EditorCrashedError('The worker crashed', { cause: event.error })
          : new EditorNotLoadedError('The script of the worker did not load'),
      );
    });
    return worker;
  }
}

import type { DecoderResult } from './protocol';

/** The kinds of pictures that this project decodes where the browser does not. */
export type DecoderName = 'heic' | 'tiff';

const workers: Readonly<Record<DecoderName, () => Worker>> = {
  heic: () => new Worker(/* webpackChunkName: "heic-worker" */ new URL('./heicWorker.ts', import.meta.url)),
  tiff: () => new Worker(/* webpackChunkName: "tiff-worker" */ new URL('./tiffWorker.ts', import.meta.url)),
};

interface TrustedTypes {
  createPolicy(name: string, rules: Record<string, (url: string) => string | null>): unknown;
}

// The pages' policy, which this worker has too, demands it for the scripts of workers.
(self as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
});

/**
 * Decodes a file in a worker of its own, which is loaded for it and ended after it, to free its memory. @throws Error where
 * that worker crashes, most likely out of memory.
 */
export async function decodeWith(name: DecoderName, file: Blob): Promise<DecoderResult> {
  const worker = workers[name]();
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<DecoderResult>) => resolve(data);
      // The event of a script that does not load has no message (HTML standard, run a worker).
      worker.onerror = (event: Event) => {
        event.preventDefault();
        if ('message' in event) reject(new Error('The decoder crashed'));
        else resolve({ kind: 'notLoaded' });
      };
      worker.postMessage(file);
    });
  } finally {
    worker.terminate();
  }
}

import type { DecoderResult } from './protocol';

/** Answers the file that the worker of a decoder gets. */
export function serveDecoder(decode: (file: Blob) => Promise<DecoderResult>): void {
  self.onmessage = ({ data }: MessageEvent<Blob>) => void answer(decode(data));
}

async function answer(decoding: Promise<DecoderResult>): Promise<void> {
  try {
    const result = await decoding;
    self.postMessage(result, { transfer: result.kind === 'decoded' ? [result.bitmap] : [] });
  } catch (error) {
    const isOffline = error instanceof TypeError || (error instanceof DOMException && error.name === 'NetworkError');
    if (isOffline) self.postMessage({ kind: 'notLoaded' } satisfies DecoderResult);
    else reportError(error);
  }
}

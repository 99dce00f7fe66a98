import { ResponseTooLargeError } from './errors';

/** The largest response that is read: a photo of 4 MB, the most that a service takes, and as much again. Bytes. */
export const largestResponse = 8 * 1024 * 1024;

/**
 * Reads a body to its end. The bytes are counted as they arrive unfolded: a length in a header may be missing or wrong, and
 * compressed bodies unfold to a thousand times their size.
 * @throws ResponseTooLargeError once there are more than `limit` bytes; the rest is not read.
 */
export async function readBody({ body }: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    chunks.push(part.value);
    length += part.value.length;
    if (length > limit) {
      void reader?.cancel().catch(() => undefined);
      throw new ResponseTooLargeError(`More than ${limit} bytes`);
    }
  }
  const whole = new Uint8Array(length);
  let end = 0;
  for (const chunk of chunks) {
    whole.set(chunk, end);
    end += chunk.length;
  }
  return whole;
}

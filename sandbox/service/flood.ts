const megabyte = 1024 * 1024;

/**
 * A response much larger than any that is expected, with the headers of another one. It is made while it is sent, so that it
 * costs the service no memory.
 */
export function flood(megabytes: number, isFolded: boolean, { headers }: Response): Response {
  const piece = new Uint8Array(megabyte);
  let left = megabytes;
  const zeros = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (stream) => {
      if (left-- > 0) stream.enqueue(piece);
      else stream.close();
    },
  });
  if (!isFolded) return new Response(zeros, { headers });
  const folded = new Headers(headers);
  folded.set('content-encoding', 'gzip');
  return new Response(zeros.pipeThrough(new CompressionStream('gzip')), { headers: folded });
}

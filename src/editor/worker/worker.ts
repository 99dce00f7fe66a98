// The heavy part of the editor: decoding, cutting, encoding. One picture at a time.
import { headerBytes, inspect, isApple } from './inspectPicture';
import { cut, preview } from './renderPhoto';
import type { Ask, Opened, Rendered, Told, UnusableReason } from './protocol';

let picture: ImageBitmap | null = null;

type Outcome = { readonly value: Opened | Rendered } | { readonly unusable: UnusableReason };

async function open(file: Blob): Promise<Outcome> {
  const head = new Uint8Array(await file.slice(0, headerBytes).arrayBuffer());
  const found = inspect(head, file.size);
  if (typeof found === 'string') return { unusable: found };
  picture?.close();
  picture = null;
  try {
    // Turned upright by its EXIF, its colours as sRGB. A damaged picture is refused here, where <img> would show half of it.
    picture = await createImageBitmap(file);
  } catch {
    return { unusable: isApple(found.kind) ? 'heic' : 'broken' };
  }
  const { width, height } = picture;
  return { value: { width, height, preview: await preview(picture) } };
}

async function answer(ask: Ask): Promise<Outcome> {
  if ('open' in ask) return open(ask.open);
  if (!picture) return { unusable: 'empty' };
  const rendered = await cut(picture, ask.render, ask.limits);
  return typeof rendered === 'string' ? { unusable: rendered } : { value: rendered };
}

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  answer(data).then(
    (outcome) => postMessage({ id: data.id, ...outcome } satisfies Told),
    // Out of memory, most likely: as good as a crash, and told as one.
    (error: unknown) => reportError(error),
  );
};

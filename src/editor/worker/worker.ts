// Decodes, renders and encodes one picture at a time, outside the page's thread.
import { decodeWith } from './decoders';
import { findCut } from './findCut';
import { isWhole } from './heif';
import { inspectPicture, type UsablePicture } from './inspectPicture';
import { isRareJpeg } from './jpeg';
import { maxFileBytes, maxPicture, maxPixelsOfSmallDevice, unusable } from './limits';
import type { WorkerRequest, WorkerResponse, WorkerResult, WorkerTask } from './protocol';
import { renderPhoto, renderPreview } from './renderPhoto';
import { turnUpright } from './upright';
import { takeOrientation } from './webp';

let picture: ImageBitmap | null = null;

async function open(file: Blob): Promise<WorkerResult> {
  // Before it is read.
  if (file.size > maxFileBytes) return unusable('tooManyBytes');
  const bytes = await readFile(file);
  if (!bytes) return unusable('unreadable');
  const inspected = inspectPicture(bytes, maxPixels());
  if (inspected.kind === 'unusable') return inspected;
  try {
    return await use(await decode(bytes, inspected));
  } catch {
    return openUndecoded(file, bytes, inspected);
  }
}

/** Null where the system does not give the bytes: a folder, or a file in a cloud that cannot be reached. */
async function readFile(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** Chromium says how many gigabytes the device has. */
function maxPixels(): number {
  const { deviceMemory } = navigator as { deviceMemory?: number };
  return deviceMemory !== undefined && deviceMemory < 4 ? maxPixelsOfSmallDevice : maxPicture.pixels;
}

/** Applies the EXIF orientation and converts to sRGB. Rejects damaged pictures, of which <img> would show a part. */
async function decode(bytes: Uint8Array<ArrayBuffer>, { format }: UsablePicture): Promise<ImageBitmap> {
  const orientation = format === 'webp' ? takeOrientation(bytes) : 1;
  return turnUpright(await createImageBitmap(new Blob([bytes])), orientation);
}

/** A picture that the browser does not decode: by a decoder of this project, or why it is unusable. */
async function openUndecoded(file: Blob, bytes: Uint8Array, { format, pixels }: UsablePicture): Promise<WorkerResult> {
  if (format === 'heic' || format === 'tiff') {
    const result = await decodeWith(format, file);
    return result.kind === 'decoded' ? use(result.bitmap) : result;
  }
  // More likely for want of memory.
  if (pixels > maxPixelsOfSmallDevice) return unusable('tooManyPixels');
  const isVariant = format === 'jpeg' ? isRareJpeg(bytes) : format === 'avif' && isWhole(bytes);
  return unusable(isVariant ? 'variant' : 'broken');
}

async function use(bitmap: ImageBitmap): Promise<WorkerResult> {
  picture?.close();
  picture = bitmap;
  const { width, height } = bitmap;
  return { kind: 'opened', picture: { width, height, preview: await renderPreview(bitmap) } };
}

async function run(task: WorkerTask): Promise<WorkerResult> {
  if (task.kind === 'open') return open(task.file);
  if (!picture) return unusable('empty');
  if (task.kind === 'findCut') return findCut(picture);
  return renderPhoto(picture, task.edit, task.limits);
}

self.onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  run(data).then(
    (result) => postMessage({ id: data.id, ...result } satisfies WorkerResponse),
    // Most likely out of memory: reported as a crash, which ends this worker.
    (error: unknown) => reportError(error),
  );
};

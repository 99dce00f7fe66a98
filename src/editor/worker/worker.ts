// Decodes, renders and encodes one picture at a time, outside the page's thread.
import { headerBytes, inspectPicture, isHeic } from './inspectPicture';
import type { WorkerRequest, WorkerResponse, WorkerResult, WorkerTask } from './protocol';
import { renderPhoto, renderPreview } from './renderPhoto';

let picture: ImageBitmap | null = null;

async function open(file: Blob): Promise<WorkerResult> {
  const head = new Uint8Array(await file.slice(0, headerBytes).arrayBuffer());
  const inspected = inspectPicture(head, file.size);
  if (inspected.kind === 'unusable') return inspected;
  picture?.close();
  picture = null;
  try {
    // Applies the EXIF orientation and converts to sRGB. Rejects damaged pictures, of which <img> would show a part.
    picture = await createImageBitmap(file);
  } catch {
    return { kind: 'unusable', reason: isHeic(inspected.format) ? 'heic' : 'broken' };
  }
  const { width, height } = picture;
  return { kind: 'opened', picture: { width, height, preview: await renderPreview(picture) } };
}

async function run(task: WorkerTask): Promise<WorkerResult> {
  if (task.kind === 'open') return open(task.file);
  if (!picture) return { kind: 'unusable', reason: 'empty' };
  return renderPhoto(picture, task.edit, task.limits);
}

self.onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  run(data).then(
    (result) => postMessage({ id: data.id, ...result } satisfies WorkerResponse),
    // Most likely out of memory: reported as a crash, which ends this worker.
    (error: unknown) => reportError(error),
  );
};

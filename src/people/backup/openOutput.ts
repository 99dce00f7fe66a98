import type { BackupOutput } from '../../bulk';
import { saveFile } from '../saveFile';
import type { BackupPlace } from './backupPlace';

/** Not every browser can remove a file by its handle. */
type RemovableFile = FileSystemFileHandle & { readonly remove?: () => Promise<void> };

/** Opens the file of a backup. @throws DOMException where it cannot be written. */
export async function openOutput(place: BackupPlace): Promise<BackupOutput> {
  return place.kind === 'file' ? fileOutput(place.handle) : downloadOutput(place.name);
}

/** What is written replaces the content of the file when the stream is closed, and not before. */
async function fileOutput(handle: RemovableFile): Promise<BackupOutput> {
  return {
    stream: await handle.createWritable(),
    keep: () => Promise.resolve(),
    discard: async () => {
      // An empty one is of the dialog; any other was there before.
      const { size } = await handle.getFile();
      if (size === 0) await handle.remove?.();
    },
  };
}

/** Gathered as a blob, which the browser keeps on the disk where it is large, and downloaded at the end. */
function downloadOutput(name: string): BackupOutput {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const zip = new Response(readable, { headers: { 'content-type': 'application/zip' } }).blob();
  const discard = (): Promise<void> =>
    zip.then(
      () => undefined,
      () => undefined,
    );
  // It fails as soon as the stream is aborted, before anything waits for it.
  void discard();
  return { stream: writable, keep: async () => saveFile(await zip, name), discard };
}

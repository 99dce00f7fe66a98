import { BlobReader, TextWriter, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { Page } from '@playwright/test';

/** What a backup has: its photos by the names of their files, and the lines of its index without the titles. */
export interface BackupContent {
  readonly photos: ReadonlyMap<string, Buffer>;
  readonly index: readonly string[];
}

/** Unpacks a backup. @throws where it is no whole ZIP. */
export async function contentOf(zip: Buffer): Promise<BackupContent> {
  const photos = new Map<string, Buffer>();
  let index: readonly string[] = [];
  for (const entry of await new ZipReader(new BlobReader(new Blob([new Uint8Array(zip)]))).getEntries()) {
    if (entry.directory) continue;
    if (entry.filename === 'index.csv') index = (await entry.getData(new TextWriter())).trim().split('\r\n').slice(1);
    else photos.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter())));
  }
  return { photos, index };
}

/** The page's browser is one without a dialog to choose the file. */
export async function withoutSaveDialog(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
}

/** In place of the system's dialog, which a headless browser does not show. */
export interface SaveDialog {
  /** The names that were suggested, one for each dialog. */
  suggested(): Promise<readonly string[]>;
  /** The next dialogs are cancelled, or not any more. */
  cancel(isCancelled: boolean): Promise<void>;
  /** The file that was chosen; null where it does not exist. */
  file(): Promise<Buffer | null>;
}

/** Where the replaced dialog keeps what it was asked for, and how it answers. */
interface DialogWindow {
  suggested: string[];
  isCancelled: boolean;
}

/** Each choice is a file of the page's own file system, with a real handle. Call it before the page is opened. */
export async function withSaveDialog(page: Page): Promise<SaveDialog> {
  await page.addInitScript(() => {
    const own = Object.assign(window as unknown as DialogWindow, { suggested: [], isCancelled: false });
    const showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }): Promise<FileSystemFileHandle> => {
      if (!navigator.userActivation.isActive) throw new DOMException('Not inside a click', 'SecurityError');
      own.suggested.push(suggestedName);
      if (own.isCancelled) throw new DOMException('The dialog was cancelled', 'AbortError');
      return (await navigator.storage.getDirectory()).getFileHandle('backup.zip', { create: true });
    };
    Object.assign(window, { showSaveFilePicker });
  });
  return {
    suggested: () => page.evaluate(() => (window as unknown as DialogWindow).suggested),
    cancel: (isCancelled) =>
      page.evaluate((value) => void ((window as unknown as DialogWindow).isCancelled = value), isCancelled),
    file: async () => {
      const bytes = await page.evaluate(async () => {
        const directory = await navigator.storage.getDirectory();
        const handle = await directory.getFileHandle('backup.zip').catch(() => null);
        return handle && [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
      });
      return bytes && Buffer.from(bytes);
    },
  };
}

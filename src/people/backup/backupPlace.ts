/** Where a backup goes: the file that was chosen, or the browser's downloads. */
export type BackupPlace =
  | { readonly kind: 'file'; readonly name: string; readonly handle: FileSystemFileHandle }
  | { readonly kind: 'download'; readonly name: string };

/** Not every browser has the dialog. */
interface SaveDialog {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }) => Promise<FileSystemFileHandle>;
}

/**
 * Asks for the file of a backup where the browser has a dialog for it; else it is downloaded. Only inside a click.
 * @returns null where the dialog was cancelled, or is open already.
 */
export async function chooseBackupPlace(suggestedName: string): Promise<BackupPlace | null> {
  const { showSaveFilePicker } = window as SaveDialog;
  if (!showSaveFilePicker) return { kind: 'download', name: suggestedName };
  try {
    const handle = await showSaveFilePicker({ suggestedName, types: [{ accept: { 'application/zip': ['.zip'] } }] });
    return { kind: 'file', name: handle.name, handle };
  } catch (error) {
    const isCancelled = error instanceof DOMException && /^(AbortError|NotAllowedError)$/.test(error.name);
    return isCancelled ? null : { kind: 'download', name: suggestedName };
  }
}

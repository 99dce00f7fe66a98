import type { NamedFile } from './chosenFiles';

/** The files of a dialog; those of a folder have their path in it. */
export function filesOf(list: FileList | null): readonly NamedFile[] {
  return [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** The files that were dropped, with those in folders. Call it inside the event: the browser forgets them afterwards. */
export async function droppedFiles({ items }: DataTransfer): Promise<readonly NamedFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<readonly NamedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  const files: NamedFile[] = [];
  for (const one of await entriesOf(entry as FileSystemDirectoryEntry)) files.push(...(await filesIn(one)));
  return files;
}

/** A reader gives a part of the folder at a time, and an empty one at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const read = (): Promise<FileSystemEntry[]> => new Promise((resolve, reject) => reader.readEntries(resolve, reject));
  const all: FileSystemEntry[] = [];
  for (let part = await read(); part.length > 0; part = await read()) all.push(...part);
  return all;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { loginOf } from '../service/directory';
import { drawPicture } from './drawPicture';
import { pictureFiles, type PictureFile, type PictureFilesOptions } from './pictureFiles';

/** The list's name in a folder or archive. */
const listName = 'list.csv';

export interface WriteOptions extends PictureFilesOptions {
  /** A folder, which is created; a path that ends in `.zip` is an archive. */
  readonly to: string;
}

/** Writes the made-up pictures of an organization. */
export async function writePictures({ to, ...options }: WriteOptions): Promise<readonly PictureFile[]> {
  const files = pictureFiles(options);
  const output = to.endsWith('.zip') ? archiveAt(to) : folderAt(to);
  for (const file of files) await output.write(file.path, await drawPicture(file));
  if (options.isListed) await output.write(listName, Buffer.from(listOf(files)));
  await output.close();
  return files;
}

interface Output {
  write(path: string, bytes: Uint8Array): Promise<unknown>;
  close(): Promise<unknown>;
}

function folderAt(folder: string): Output {
  return {
    async write(path, bytes) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    },
    close: () => Promise.resolve(),
  };
}

function archiveAt(file: string): Output {
  const stream = Writable.toWeb(createWriteStream(file)) as WritableStream<Uint8Array>;
  // Pictures are compressed already.
  const zip = new ZipWriter(stream, { level: 0, useWebWorkers: false });
  return {
    write: (path, bytes) => zip.add(path, new Uint8ArrayReader(bytes)),
    close: () => zip.close(),
  };
}

/** Which file is whose, as Excel writes it in Germany; two of its rows lead to nothing. */
function listOf(files: readonly PictureFile[]): string {
  const listed = files.filter(({ path }) => path.startsWith('scan '));
  const rows = listed.map(({ path, person }) => [path, person ? loginOf(person) : '']);
  const all = [
    ['Datei', 'Benutzername'],
    ...rows,
    ['scan 0.jpg', 'adele@contoso.com'],
    ['logo.png', 'gone@contoso.com'],
  ];
  return `\uFEFF${all.map((row) => `${row.join(';')}\r\n`).join('')}`;
}

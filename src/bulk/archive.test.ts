import { openAsBlob } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobReader, TextReader, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { openArchive } from './archive';

type Content = readonly [string, string | Blob, ZipWriterAddDataOptions?];

/** A ZIP with these files. */
async function zipOf(...contents: readonly Content[]): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const output = new WritableStream<Uint8Array<ArrayBuffer>>({ write: (chunk) => void chunks.push(chunk) });
  const zip = new ZipWriter(output, { useWebWorkers: false });
  for (const [name, content, options] of contents) {
    await zip.add(name, typeof content === 'string' ? new TextReader(content) : new BlobReader(content), options);
  }
  await zip.close();
  return new Blob(chunks);
}

/** The archive with some bytes replaced, wherever they stand. */
async function replaced(zip: Blob, text: string, by: Uint8Array): Promise<Blob> {
  const bytes = Buffer.from(await zip.arrayBuffer());
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) bytes.set(by, at);
  return new Blob([bytes]);
}

test('pictures and lists are found in folders, and what systems hide is not', async () => {
  const zip = await zipOf(
    ['photos/', '', { directory: true }],
    ['photos/anna.jpg', 'a photo'],
    ['photos\\ben.jpg', 'b photo'],
    ['List.CSV', 'file,mail'],
    ['__MACOSX/photos/._anna.jpg', 'x'],
    ['photos/.DS_Store', 'x'],
    ['.git/a.jpg', 'x'],
    ['photos/Thumbs.db', 'x'],
  );
  const { photos, lists, refused } = await openArchive(zip);
  expect(photos.map(({ path, bytes }) => [path, bytes])).toEqual([
    ['photos/anna.jpg', 7],
    ['photos/ben.jpg', 7],
  ]);
  expect(lists.map(({ path }) => path)).toEqual(['List.CSV']);
  expect(refused).toEqual([]);
  expect(await (await photos[1]?.read())?.text()).toBe('b photo');
});

test.each([
  ['UTF-8', Buffer.from('J\u00f6rg.jpg'), 'J\u00f6rg.jpg'],
  ['UTF-8 of a Mac, decomposed', Buffer.from('Jo\u0308rg.jpg'), 'J\u00f6rg.jpg'],
  ['code page 437', Buffer.from([0x4a, 0x94, 0x72, 0x67, 0x2e, 0x6a, 0x70, 0x67]), 'J\u00f6rg.jpg'],
])('names in %s are read', async (_encoding, bytes, expected) => {
  // Without the flag for UTF-8, which many programs do not set.
  const name = 'x'.repeat(bytes.length);
  const zip = await replaced(await zipOf([name, 'a', { useUnicodeFileNames: false }]), name, bytes);
  expect((await openArchive(zip)).photos.map(({ path }) => path)).toEqual([expected]);
});

test('encrypted files are refused, and the others are read', async () => {
  const zip = await zipOf(['a.jpg', 'secret', { password: 'x' }], ['b.jpg', 'open']);
  const { photos, refused } = await openArchive(zip);
  expect(refused).toEqual([{ path: 'a.jpg', reason: 'encrypted' }]);
  expect(await (await photos[0]?.read())?.text()).toBe('open');
});

test.each([
  ['', 'notAnArchive'],
  ['no archive at all', 'notAnArchive'],
])('%j is refused: %s', async (text, reason) => {
  await expect(openArchive(new Blob([text]))).rejects.toMatchObject({ name: 'ArchiveError', reason });
});

test('an archive that was cut short is refused', async () => {
  const zip = await zipOf(['a.jpg', 'a'], ['b.jpg', 'b']);
  await expect(openArchive(zip.slice(0, zip.size - 30))).rejects.toMatchObject({ name: 'ArchiveError' });
});

test('a file whose bytes have changed is damaged', async () => {
  const zip = await replaced(await zipOf(['a.jpg', 'a photo', { level: 0 }]), 'a photo', Buffer.from('b'));
  const [photo] = (await openArchive(zip)).photos;
  await expect(photo?.read()).rejects.toMatchObject({ name: 'ArchiveError', reason: 'damaged' });
});

test('a file that unfolds to more than a picture has is refused, also where the archive states less', async () => {
  const zeros = new Blob([new Uint8Array(65 * 1024 * 1024)]);
  const zip = await zipOf(['bomb.jpg', zeros]);
  expect(zip.size).toBeLessThan(100_000);
  expect(await openArchive(zip)).toMatchObject({ photos: [], refused: [{ path: 'bomb.jpg', reason: 'tooLarge' }] });

  const size = Buffer.alloc(4);
  size.writeUInt32LE(zeros.size);
  const stated = await replaced(zip, size.toString('latin1'), Buffer.from([9, 0, 0, 0]));
  const [photo] = (await openArchive(stated)).photos;
  expect(photo?.bytes).toBe(9);
  await expect(photo?.read()).rejects.toMatchObject({ name: 'ArchiveError' });
});

test('an abort ends a read with its own reason', async () => {
  const [photo] = (await openArchive(await zipOf(['a.jpg', 'a']))).photos;
  await expect(photo?.read(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
});

/** A Blob that counts the bytes that are read of it. */
function counted(blob: Blob, count: (bytes: number) => void): Blob {
  const slice = (start: number, end: number): Blob => {
    const part = blob.slice(start, end);
    count(part.size);
    return part;
  };
  return Object.assign(Object.create(blob) as Blob, { slice });
}

test('of 2.5 GB only the list and the files that are asked for are read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'));
  const path = join(folder, 'large.zip');
  try {
    const zip = Buffer.from(await (await zipOf(['anna.jpg', 'a photo', { level: 0 }])).arrayBuffer());
    const start = 2.5 * 1024 ** 3;
    // The hole before the archive takes no space on the disk.
    const file = await open(path, 'w');
    await file.write(withOffset(zip, start), 0, zip.length, start);
    await file.close();
    const blob = await openAsBlob(path);
    expect(blob.size).toBeGreaterThan(start);
    let read = 0;
    const [photo] = (await openArchive(counted(blob, (bytes) => (read += bytes)))).photos;
    expect(await (await photo?.read())?.text()).toBe('a photo');
    expect(read).toBeLessThan(1024 ** 2);
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** An archive whose own addresses begin after `start` bytes. */
function withOffset(zip: Buffer, start: number): Buffer {
  const central = zip.indexOf(Buffer.from('PK\u0001\u0002'));
  const end = zip.indexOf(Buffer.from('PK\u0005\u0006'));
  zip.writeUInt32LE(zip.readUInt32LE(central + 42) + start, central + 42);
  zip.writeUInt32LE(zip.readUInt32LE(end + 16) + start, end + 16);
  return zip;
}

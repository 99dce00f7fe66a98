import { BlobReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { csvFile, type CsvColumn } from './csv';
import type { BulkPerson } from './person';

/** A person's photo for a backup. `none`: there is none; `notRead`: it could not be read. */
export interface BackupPhoto {
  readonly person: BulkPerson;
  readonly photo: Blob | 'none' | 'notRead';
}

interface IndexRow {
  readonly person: BulkPerson;
  /** Empty without a photo. */
  readonly file: string;
  readonly state: 'photo' | 'none' | 'notRead';
}

/** The index names its columns so that `readPhotoList` finds them. */
const indexColumns: readonly CsvColumn<IndexRow>[] = [
  { title: 'file', value: ({ file }) => file },
  { title: 'userPrincipalName', value: ({ person }) => person.userPrincipalName },
  { title: 'displayName', value: ({ person }) => person.displayName },
  { title: 'mail', value: ({ person }) => person.mail },
  { title: 'id', value: ({ person }) => person.id },
  { title: 'state', value: ({ state }) => state },
];

/** The list in a backup that says whose photo each file is. */
const backupIndex = 'index.csv';

/**
 * Writes photos as a ZIP with an index, one after the other as they come: only one of them is in memory. `output` is closed
 * at the end, and aborted where something fails.
 * @returns how many photos the backup has.
 * @throws what reading a photo or writing to `output` throws; the signal's own reason when it aborts.
 */
export async function writeBackup(
  photos: AsyncIterable<BackupPhoto> | Iterable<BackupPhoto>,
  output: WritableStream<Uint8Array>,
  signal?: AbortSignal,
): Promise<number> {
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  const failed = new AbortController();
  const writing = pipe.readable.pipeTo(output, {
    signal: signal ? AbortSignal.any([failed.signal, signal]) : failed.signal,
  });
  try {
    const [rows] = await Promise.all([writePhotos(photos, pipe.writable, signal), writing]);
    return rows.filter(({ file }) => file !== '').length;
  } catch (error) {
    failed.abort(error);
    // Ends once the output is aborted.
    await writing.catch(() => undefined);
    signal?.throwIfAborted();
    throw error;
  }
}

async function writePhotos(
  photos: AsyncIterable<BackupPhoto> | Iterable<BackupPhoto>,
  output: WritableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<readonly IndexRow[]> {
  // JPEGs are as small as they get.
  const zip = new ZipWriter(output, { level: 0, useWebWorkers: false });
  const rows: IndexRow[] = [];
  const taken = new Set([backupIndex]);
  for await (const { person, photo } of photos) {
    signal?.throwIfAborted();
    if (typeof photo === 'string') {
      rows.push({ person, file: '', state: photo });
      continue;
    }
    const file = freeName(person, photo, taken);
    await zip.add(file, new BlobReader(photo));
    rows.push({ person, file, state: 'photo' });
  }
  await zip.add(backupIndex, new BlobReader(csvFile(indexColumns, rows, 'en-US')));
  await zip.close();
  return rows;
}

/** The login name, without what file systems refuse; a number where another one is the same but for case. */
function freeName({ userPrincipalName }: BulkPerson, photo: Blob, taken: Set<string>): string {
  const stem = userPrincipalName.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
  const ending = /^image\/(png|gif|webp)$/.exec(photo.type)?.[1] ?? 'jpg';
  for (let number = 1; ; number++) {
    const name = `${stem}${number > 1 ? ` (${number})` : ''}.${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

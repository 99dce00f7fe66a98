import {
  BlobReader,
  ERR_BAD_FORMAT,
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_EOCDR_NOT_FOUND,
  ERR_SPLIT_ZIP_FILE,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
  ZipReader,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { ArchiveError, type ArchiveProblem } from './archiveError';

/** A file in an archive. It is unfolded when it is read, each time again. */
export interface ArchivedFile {
  /** With its folders, separated by slashes. */
  readonly path: string;
  /** As the archive states it. */
  readonly bytes: number;
  /** @throws ArchiveError; the signal's own reason when it aborts. */
  read(signal?: AbortSignal): Promise<Blob>;
}

/** What an archive has for a run: pictures (all that is no list), lists of whose they are, and what cannot be read. */
export interface Archive {
  readonly photos: readonly ArchivedFile[];
  readonly lists: readonly ArchivedFile[];
  readonly refused: readonly { readonly path: string; readonly reason: ArchiveProblem }[];
}

/** The largest file that is unfolded: that of `src/editor`, 64 MB. */
const mostBytes = 64 * 1024 * 1024;

const mostFiles = 200_000;

/** The streams of the browser unfold. Workers of the library would need a policy that lets blobs run as scripts. */
const options = { useWebWorkers: false, filenameValidation: 'tolerant', strictness: 'tolerant' } as const;

/**
 * Reads which files a ZIP has. Of the archive, only this list is in memory; a file is read from disk when it is asked for.
 * @throws ArchiveError
 */
export async function openArchive(file: Blob): Promise<Archive> {
  const found: FileEntry[] = [];
  try {
    for await (const entry of new ZipReader(new BlobReader(file), options).getEntriesGenerator()) {
      if (isPhotoOrList(entry)) found.push(entry);
      if (found.length > mostFiles) throw new ArchiveError('tooMany');
    }
  } catch (error) {
    throw archiveErrorOf(error);
  }
  const refused = found.flatMap((entry) => {
    const reason = refusalOf(entry);
    return reason ? [{ path: pathOf(entry), reason }] : [];
  });
  const files = found.filter((entry) => refusalOf(entry) === null).map(archivedFile);
  const isList = ({ path }: ArchivedFile): boolean => /\.(csv|tsv)$/i.test(path);
  return { photos: files.filter((one) => !isList(one)), lists: files.filter(isList), refused };
}

/** No folders, no links, nothing that systems hide, such as `__MACOSX/._photo.jpg`. */
function isPhotoOrList(entry: Entry): entry is FileEntry {
  if (entry.directory || entry.symlink) return false;
  const parts = pathOf(entry).split('/');
  return !parts.some((part) => part.startsWith('.') || /^(__MACOSX|Thumbs\.db|desktop\.ini)$/i.test(part));
}

function pathOf({ filename }: Entry): string {
  return filename.replaceAll('\\', '/').normalize('NFC');
}

function refusalOf({ encrypted, uncompressedSize }: Entry): ArchiveProblem | null {
  if (encrypted) return 'encrypted';
  return uncompressedSize > mostBytes ? 'tooLarge' : null;
}

function archivedFile(entry: FileEntry): ArchivedFile {
  return {
    path: pathOf(entry),
    bytes: entry.uncompressedSize,
    read: async (signal) => {
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      // An archive may state less than it unfolds to.
      let left = entry.uncompressedSize;
      const output = new WritableStream<Uint8Array<ArrayBuffer>>({
        write(chunk) {
          left -= chunk.length;
          if (left < 0) throw new ArchiveError('tooLarge');
          chunks.push(chunk);
        },
      });
      try {
        await entry.getData(output, { ...options, checkCrc32: true, ...(signal && { signal }) });
      } catch (error) {
        signal?.throwIfAborted();
        throw archiveErrorOf(error);
      }
      return new Blob(chunks);
    },
  };
}

const problems: ReadonlyMap<string, ArchiveProblem> = new Map([
  [ERR_BAD_FORMAT, 'notAnArchive'],
  [ERR_EOCDR_NOT_FOUND, 'notAnArchive'],
  [ERR_ENCRYPTED, 'encrypted'],
  [ERR_ENCRYPTED_CENTRAL_DIRECTORY, 'encrypted'],
  [ERR_UNSUPPORTED_ENCRYPTION, 'encrypted'],
  [ERR_SPLIT_ZIP_FILE, 'unsupported'],
  [ERR_UNSUPPORTED_COMPRESSION, 'unsupported'],
]);

function archiveErrorOf(error: unknown): unknown {
  // The file itself cannot be read any more.
  if (error instanceof ArchiveError || error instanceof DOMException) return error;
  return new ArchiveError(error instanceof Error ? (problems.get(error.message) ?? 'damaged') : 'damaged', error);
}

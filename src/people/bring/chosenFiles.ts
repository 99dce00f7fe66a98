import {
  ArchiveError,
  openArchive,
  readPhotoList,
  type ArchiveProblem,
  type ListRefusal,
  type ListRow,
} from '../../bulk';

/** A file that was chosen, with its folders. */
export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/** A picture that was chosen, from disk or from an archive. It is read when it is needed. */
export interface ChosenPhoto {
  readonly path: string;
  read(): Promise<Blob>;
}

/** A file that is left out, and why. */
export interface UnreadFile {
  readonly path: string;
  readonly reason: ArchiveProblem | ListRefusal | 'unreadable';
}

/** What was chosen so far. */
export interface ChosenFiles {
  readonly photos: readonly ChosenPhoto[];
  /** Rows of the lists that say whose photo a file is. */
  readonly rows: readonly ListRow[];
  readonly unread: readonly UnreadFile[];
}

export const nothingChosen: ChosenFiles = { photos: [], rows: [], unread: [] };

/** Files that systems keep in folders of pictures. */
const hidden = /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini)$/i;

/** What was chosen before, and more files: pictures, archives of them, and lists. A file of the same path is replaced. */
export async function withFiles(before: ChosenFiles, files: readonly NamedFile[]): Promise<ChosenFiles> {
  let all = before;
  for (const one of files) if (!hidden.test(one.path)) all = together(all, await contentOf(one));
  return all;
}

async function contentOf({ path, file }: NamedFile): Promise<ChosenFiles> {
  try {
    if (/\.zip$/i.test(path)) return await ofArchive(file);
    if (/\.(csv|tsv|txt)$/i.test(path)) return await ofList(path, file);
    return { ...nothingChosen, photos: [{ path, read: () => Promise.resolve(file) }] };
  } catch (error) {
    const reason = error instanceof ArchiveError ? error.reason : 'unreadable';
    return { ...nothingChosen, unread: [{ path, reason }] };
  }
}

async function ofArchive(file: File): Promise<ChosenFiles> {
  const { photos, lists, refused } = await openArchive(file);
  let all: ChosenFiles = { ...nothingChosen, photos, unread: refused };
  for (const list of lists) all = together(all, await ofList(list.path, await list.read()));
  return all;
}

async function ofList(path: string, file: Blob): Promise<ChosenFiles> {
  const list = await readPhotoList(file);
  return list.kind === 'list'
    ? { ...nothingChosen, rows: list.rows }
    : { ...nothingChosen, unread: [{ path, reason: list.reason }] };
}

function together(some: ChosenFiles, more: ChosenFiles): ChosenFiles {
  const byPath = new Map([...some.photos, ...more.photos].map((photo) => [photo.path, photo]));
  return {
    photos: [...byPath.values()],
    rows: [...some.rows, ...more.rows],
    unread: [...some.unread, ...more.unread],
  };
}

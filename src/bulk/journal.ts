import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { LineState, NewLine, PhotoBefore, RunLine } from './runLine';

/** What is kept of a run besides its lines. */
export interface RunRecord {
  readonly id: string;
  /** The account that began it: its runs are shown to no other. */
  readonly account: string;
  readonly kind: 'save' | 'remove' | 'undo';
  /** The run that this one undoes. */
  readonly undoes?: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly lines: number;
  /** `incomplete`: the window was closed before all lines were written; nothing was sent. `stopped`: it is not gone on with. */
  readonly state: 'incomplete' | 'open' | 'stopped' | 'finished';
}

/** The machine has no room for the photos of a run. Nothing of it is kept. */
export class JournalFullError extends Error {
  override readonly name = 'JournalFullError';
}

type PictureRole = 'new' | 'before';

interface Schema extends DBSchema {
  runs: { key: string; value: RunRecord };
  lines: { key: [string, number]; value: RunLine };
  /** Beside the lines, so that listing them reads no pictures. */
  pictures: { key: [string, number, PictureRole]; value: { readonly type: string; readonly bytes: ArrayBuffer } };
}

const stores = ['runs', 'lines', 'pictures'] as const;

/** Time enough to notice that a run was wrong, and not longer: it has photos of many people. Milliseconds. */
const keptFor = 30 * 24 * 3_600_000;

/** A mark must be on the disk before what it announces is sent. */
const onDisk = { durability: 'strict' } as const;

/** The runs of this browser: what was intended, sent and proven, with the photos from before. */
export class Journal {
  readonly #database: IDBPDatabase<Schema>;

  constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  /** Writes a run with all its lines and pictures, one by one as they come. @throws JournalFullError */
  async create(
    { account, kind, undoes }: Pick<RunRecord, 'account' | 'kind' | 'undoes'>,
    lines: AsyncIterable<NewLine> | Iterable<NewLine>,
  ): Promise<RunRecord> {
    const id = crypto.randomUUID();
    const record = { id, account, kind, ...(undoes !== undefined && { undoes }), createdAt: Date.now() };
    let count = 0;
    try {
      await this.#database.put('runs', { ...record, lines: 0, state: 'incomplete' });
      for await (const line of lines) await this.#add(id, count++, line);
      const run: RunRecord = { ...record, lines: count, state: 'open' };
      await this.#database.put('runs', run);
      return run;
    } catch (error) {
      await this.remove(id);
      throw journalError(error);
    }
  }

  /** The runs of an account, the latest first. */
  async list(account: string): Promise<readonly RunRecord[]> {
    const runs = await this.#database.getAll('runs');
    return runs.filter((run) => run.account === account).sort((one, other) => other.createdAt - one.createdAt);
  }

  /** The lines of a run in their order. */
  lines(runId: string): Promise<readonly RunLine[]> {
    return this.#database.getAll('lines', linesOf(runId));
  }

  /** A picture of a line: the new photo, or the one from before; null where there is none. */
  async picture(runId: string, index: number, role: PictureRole): Promise<Blob | null> {
    const stored = await this.#database.get('pictures', [runId, index, role]);
    return stored ? new Blob([stored.bytes], { type: stored.type }) : null;
  }

  /** Keeps the photo from before, and marks the line as sent, both or neither. @throws JournalFullError */
  async markSent(line: RunLine, before: PhotoBefore, picture: Blob | null): Promise<RunLine> {
    const sent: RunLine = { ...line, before, state: { kind: 'sent', isAccepted: false } };
    const bytes = await picture?.arrayBuffer();
    try {
      const transaction = this.#database.transaction(['lines', 'pictures'], 'readwrite', onDisk);
      const pictures = transaction.objectStore('pictures');
      await Promise.all([
        transaction.objectStore('lines').put(sent),
        picture && bytes && pictures.put({ type: picture.type, bytes }, [line.runId, line.index, 'before']),
        transaction.done,
      ]);
    } catch (error) {
      throw journalError(error);
    }
    return sent;
  }

  /** Keeps how far a line has come. */
  async setState(line: RunLine, state: LineState): Promise<RunLine> {
    const changed = { ...line, state };
    const transaction = this.#database.transaction('lines', 'readwrite', onDisk);
    await Promise.all([transaction.store.put(changed), transaction.done]);
    return changed;
  }

  async setRunState(runId: string, state: RunRecord['state']): Promise<void> {
    const run = await this.#database.get('runs', runId);
    if (run) await this.#database.put('runs', { ...run, state });
  }

  /** Removes a run with its photos: it can be undone no more. */
  async remove(runId: string): Promise<void> {
    const transaction = this.#database.transaction(stores, 'readwrite');
    await Promise.all([
      transaction.objectStore('runs').delete(runId),
      transaction.objectStore('lines').delete(linesOf(runId)),
      transaction.objectStore('pictures').delete(linesOf(runId)),
      transaction.done,
    ]);
  }

  /** Removes the runs of all accounts that were created more than 30 days ago. */
  async removeExpired(): Promise<void> {
    const runs = await this.#database.getAll('runs');
    const expired = runs.filter(({ createdAt }) => createdAt < Date.now() - keptFor);
    for (const { id } of expired) await this.remove(id);
  }

  async #add(runId: string, index: number, { photo, ...line }: NewLine): Promise<void> {
    const bytes = await photo?.arrayBuffer();
    const transaction = this.#database.transaction(['lines', 'pictures'], 'readwrite');
    const change = photo ? 'set' : 'remove';
    const added: RunLine = { ...line, runId, index, change, state: { kind: 'intended' }, before: null };
    await Promise.all([
      transaction.objectStore('lines').put(added),
      photo && bytes && transaction.objectStore('pictures').put({ type: photo.type, bytes }, [runId, index, 'new']),
      transaction.done,
    ]);
  }
}

/** Opens the journal without what has expired. @throws where the browser stores nothing: without a journal there is no run. */
export async function openJournal(name = 'bulk-runs'): Promise<Journal> {
  const database = await openDB<Schema>(name, 1, {
    upgrade(empty) {
      empty.createObjectStore('runs', { keyPath: 'id' });
      empty.createObjectStore('lines', { keyPath: ['runId', 'index'] });
      empty.createObjectStore('pictures');
    },
    blocking(_current, _blocked, { target }) {
      (target as IDBDatabase).close();
    },
  });
  const journal = new Journal(database);
  await journal.removeExpired();
  return journal;
}

/** All keys that begin with this run's id. */
function linesOf(runId: string): IDBKeyRange {
  return IDBKeyRange.bound([runId], [runId, []]);
}

function journalError(error: unknown): unknown {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull ? new JournalFullError('No room for the photos of the run', { cause: error }) : error;
}

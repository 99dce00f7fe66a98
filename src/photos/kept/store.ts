import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { withDeadline } from '../../base';
import { pictureType } from '../picture';
import { absenceReasons, type NoPhoto, type PhotoMetadata } from '../service';

/** How long a copy may be shown at all, and how much is kept: milliseconds, people, bytes. */
export const keptLimits = { age: 7 * 86_400_000, people: 500, bytes: 20 * 1024 * 1024 };

/** A use that is younger than this is not written down again. Milliseconds. */
const useStep = 3_600_000;

/** A storage that is silent for longer is gone on without: no face waits for it. Milliseconds. */
const patience = 2_000;

/** A copy of what the service answered about one person. */
export interface KeptAnswer {
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** Id of the tenant it was read in; null where that was not known. */
  readonly tenant: string | null;
  readonly answer: NoPhoto | KeptPhoto;
  /** What a save on this machine has replaced; other servers may tell it for a while. */
  readonly replaced?: Replaced;
}

export interface Replaced {
  /** Null: there was no photo. */
  readonly eTag: string | null;
  /** Until when an answer with this eTag does not count. Milliseconds since 1970. */
  readonly until: number;
}

export interface KeptPhoto {
  readonly kind: 'photo';
  readonly type: string;
  readonly bytes: ArrayBuffer;
  /** What it was read for, in device pixels; Infinity for the largest there is. */
  readonly pixels: number;
  readonly metadata: PhotoMetadata | null;
}

export interface Kept {
  readonly people: number;
  readonly bytes: number;
}

/** Where a copy lies: the person's key, and whose copies it is one of. */
export interface Place {
  readonly key: string;
  readonly whose: string;
}

/** What is kept on this machine between two openings of the pane. Every call works without it too: then nothing is kept. */
export interface KeptStore {
  /** How often it was emptied. What was asked for before that is not kept any more. */
  readonly generation: number;
  /** Whether nothing is kept, so that whoever is looked for first has to be asked for. */
  isEmpty(): Promise<boolean>;
  /** In the order of the keys. */
  find(keys: readonly string[]): Promise<readonly (KeptAnswer | null)[]>;
  /** Keeps it, unless the store was emptied since `generation`. */
  put(place: Place, kept: KeptAnswer, generation: number): Promise<void>;
  forget(key: string): Promise<void>;
  count(whose: string): Promise<Kept>;
  /** Empties it of one account's copies. */
  clear(whose: string): Promise<void>;
}

/** Small rows beside the large ones, so that counting and making room read no pictures. */
interface Use extends Place {
  readonly usedAt: number;
  readonly readAt: number;
  readonly bytes: number;
}

interface Schema extends DBSchema {
  answers: { key: string; value: KeptAnswer };
  uses: { key: string; value: Use };
}

type Database = IDBPDatabase<Schema>;

/** Opens the store at once, so that it is there when the first face is looked for. */
export function openKeptStore(name = 'photos', now: () => number = Date.now): KeptStore {
  let database: Database | null = null;
  const opening = open(name, () => {
    // Another pane needs a newer form of it, or the browser has closed it: this one goes on without.
    database = null;
  }).then((opened) => void (database = opened));
  /** Waited for once only: what opens later than this is used from then on. */
  const opened = withDeadline(opening, patience, 'storage').catch(() => undefined);
  let generation = 0;
  let trimming = false;

  /** Storage fails in many ways that are nobody's fault: blocked, full, silent, taken away. The photo is read anew then. */
  const tried = async <T>(work: (open: Database) => Promise<T>, otherwise: T): Promise<T> => {
    await opened;
    if (!database) return otherwise;
    try {
      return await withDeadline(work(database), patience, 'storage');
    } catch {
      return otherwise;
    }
  };

  const remove = async (open: Database, keys: readonly string[]): Promise<void> => {
    const change = open.transaction(['answers', 'uses'], 'readwrite');
    const [answers, uses] = [change.objectStore('answers'), change.objectStore('uses')];
    await Promise.all([...keys.flatMap((key) => [answers.delete(key), uses.delete(key)]), change.done]);
  };

  /** Writes down that they were used now; those that have left meanwhile stay away. */
  const used = async (open: Database, keys: readonly string[]): Promise<void> => {
    const change = open.transaction('uses', 'readwrite');
    const touch = async (key: string): Promise<void> => {
      const use = await change.store.get(key);
      if (use) await change.store.put({ ...use, usedAt: now() }, key);
    };
    await Promise.all([...keys.map(touch), change.done]);
  };

  const write = async (open: Database, place: Place, kept: KeptAnswer): Promise<void> => {
    const bytes = kept.answer.kind === 'photo' ? kept.answer.bytes.byteLength : 0;
    const change = open.transaction(['answers', 'uses'], 'readwrite');
    const use = { ...place, usedAt: now(), readAt: kept.readAt, bytes };
    await Promise.all([
      change.objectStore('answers').put(kept, place.key),
      change.objectStore('uses').put(use, place.key),
      change.done,
    ]);
  };

  /** Drops what is too old, then what was used least lately, until the rest keeps the limits. */
  const trim = async (open: Database): Promise<void> => {
    const latest = (await open.getAll('uses')).sort((one, other) => other.usedAt - one.usedAt);
    let [people, bytes] = [0, 0];
    const leaving = latest.filter((use) => {
      if (isTooOld(use, now())) return true;
      people++;
      bytes += use.bytes;
      return people > keptLimits.people || bytes > keptLimits.bytes;
    });
    if (leaving.length > 0) await remove(open, keysOf(leaving));
  };

  /** Once for many that come together. */
  const trimSoon = (): void => {
    if (trimming) return;
    trimming = true;
    setTimeout(() => {
      trimming = false;
      void tried(trim, undefined);
    });
  };

  const makeRoom = async (open: Database): Promise<void> => {
    const oldest = (await open.getAll('uses')).sort((one, other) => one.usedAt - other.usedAt);
    await remove(open, keysOf(oldest.slice(0, Math.ceil(oldest.length / 3))));
  };

  const usesOf = async (open: Database, whose: string): Promise<readonly Use[]> =>
    (await open.getAll('uses')).filter((use) => use.whose === whose);

  void tried(trim, undefined);

  return {
    get generation() {
      return generation;
    },

    isEmpty: () => tried(async (open) => (await open.count('uses')) === 0, true),

    find: (keys) =>
      tried(
        async (open) => {
          const stores = open.transaction(['answers', 'uses']);
          const [answers, uses] = [stores.objectStore('answers'), stores.objectStore('uses')];
          const found = await Promise.all(keys.map((key) => Promise.all([answers.get(key), uses.get(key)])));
          const worn = found.flatMap(([, use]) => (use && now() - use.usedAt > useStep ? [use] : []));
          if (worn.length > 0) void tried((same) => used(same, keysOf(worn)), undefined);
          return found.map(([kept, use]) => (isWhole(kept, use) && !isTooOld(kept, now()) ? kept : null));
        },
        keys.map(() => null),
      ),

    async put(place, kept, since) {
      await tried(async (open) => {
        if (since !== generation) return;
        try {
          await write(open, place, kept);
        } catch (error) {
          if ((error as Error).name !== 'QuotaExceededError') throw error;
          await makeRoom(open);
          if (since === generation) await write(open, place, kept);
        }
        trimSoon();
      }, undefined);
    },

    forget: (key) => tried((open) => remove(open, [key]), undefined),

    count: (whose) =>
      tried(
        async (open) => {
          const uses = await usesOf(open, whose);
          return { people: uses.length, bytes: uses.reduce((sum, { bytes }) => sum + bytes, 0) };
        },
        { people: 0, bytes: 0 },
      ),

    async clear(whose) {
      generation++;
      await tried(async (open) => remove(open, keysOf(await usesOf(open, whose))), undefined);
    },
  };
}

async function open(name: string, onLost: () => void): Promise<Database | null> {
  try {
    return await openNow(name, onLost);
  } catch (error) {
    // Not allowed here, as in a frame whose storage is blocked.
    if ((error as Error).name === 'SecurityError') return null;
  }
  try {
    // Damaged, or of a version that is not known: a copy is no loss.
    await deleteDB(name);
    return await openNow(name, onLost);
  } catch {
    return null;
  }
}

function openNow(name: string, onLost: () => void): Promise<Database> {
  return openDB<Schema>(name, 2, {
    upgrade(fresh) {
      // Copies in an older form are read anew.
      for (const store of fresh.objectStoreNames) fresh.deleteObjectStore(store);
      fresh.createObjectStore('answers');
      fresh.createObjectStore('uses');
    },
    blocking(_current, _blocked, { target }) {
      onLost();
      (target as IDBDatabase).close();
    },
    terminated: onLost,
  });
}

/** A clock that was put back makes ages negative: such a copy cannot be trusted to expire. */
export function isTooOld({ readAt }: { readonly readAt: number }, now: number): boolean {
  const age = now - readAt;
  return age > keptLimits.age || age < -useStep;
}

/** What is stored may have been written by another version, or cut short. */
function isWhole(kept: Partial<KeptAnswer> | undefined, use: Use | undefined): kept is KeptAnswer {
  if (typeof kept?.readAt !== 'number' || !kept.answer || !use) return false;
  const { answer } = kept;
  if (answer.kind === 'none') return absenceReasons.includes(answer.reason);
  const bytes: unknown = answer.bytes;
  return bytes instanceof ArrayBuffer && bytes.byteLength === use.bytes && pictureType(new Uint8Array(bytes)) !== null;
}

function keysOf(uses: readonly Use[]): string[] {
  return uses.map(({ key }) => key);
}

import { DeadlineError, withDeadline } from '../../base';
import { isTooOld, isWhole, keptLimits, type KeptAnswer } from './answer';
import { openDatabase, type Database, type Place, type Use } from './database';

/** A use that is younger than this is not written down again. Milliseconds. */
const useStep = 3_600_000;

/** A storage that is silent for longer is gone on without: no face waits for it. Milliseconds. */
const patience = 2_000;

export interface Kept {
  readonly people: number;
  readonly bytes: number;
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

/** Opens the store at once, so that it is there when the first face is looked for. */
export function openKeptStore(name = 'photos', now: () => number = Date.now): KeptStore {
  let database: Database | null = null;
  const opening = openDatabase(name, () => {
    // Another pane needs a newer form of it, or the browser has closed it: this one goes on without.
    database = null;
  }).then((opened) => void (database = opened));
  /** Waited for once only: what opens later than this is used from then on. */
  const opened = withDeadline(opening, patience, 'storage').catch(() => undefined);
  let generation = 0;
  let trimming = false;
  /** What did not end in time: until it does, no face waits for the storage. */
  let stuck: Promise<unknown> | null = null;

  /** Storage fails in many ways that are nobody's fault: blocked, full, silent, taken away. The photo is read anew then. */
  const tried = async <T>(work: (open: Database) => Promise<T>, otherwise: T): Promise<T> => {
    await opened;
    if (!database) return otherwise;
    const working = work(database);
    try {
      return await withDeadline(working, patience, 'storage');
    } catch (error) {
      if (error instanceof DeadlineError) stuck = working.catch(() => undefined).finally(() => (stuck = null));
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

    find(keys) {
      const nothing = keys.map(() => null);
      if (stuck) return Promise.resolve(nothing);
      return tried<readonly (KeptAnswer | null)[]>(async (open) => {
        const stores = open.transaction(['answers', 'uses']);
        const [answers, uses] = [stores.objectStore('answers'), stores.objectStore('uses')];
        const found = await Promise.all(keys.map((key) => Promise.all([answers.get(key), uses.get(key)])));
        const worn = found.flatMap(([, use]) => (use && now() - use.usedAt > useStep ? [use] : []));
        if (worn.length > 0) void tried((same) => used(same, keysOf(worn)), undefined);
        return found.map(([kept, use]) => (isWhole(kept, use?.bytes) && !isTooOld(kept, now()) ? kept : null));
      }, nothing);
    },

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

function keysOf(uses: readonly Use[]): string[] {
  return uses.map(({ key }) => key);
}

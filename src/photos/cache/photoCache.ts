import { DeadlineError, withDeadline } from '../../base';
import { isTooOld, policy } from '../policy';
import {
  lastRemoval,
  openDatabase,
  stores,
  type Change,
  type Database,
  type RecordPlace,
  type UseRow,
} from './database';
import { isReplacedBy, type StoredRecord } from './record';
import { isIntact, isIntactUse } from './recordShape';

/** A use younger than this is not written again. Milliseconds. */
const useInterval = 3_600_000;

/** Storage that takes longer is skipped, so that no face waits for it. Milliseconds. */
const storageTimeout = 2_000;

/** How much of one account is kept. */
export interface CacheUsage {
  readonly people: number;
  readonly bytes: number;
}

const nothingUsed: CacheUsage = { people: 0, bytes: 0 };

/**
 * What is kept on this machine between two openings of the pane. No call fails: where storage is blocked, full or slow,
 * nothing is kept and nothing is found.
 */
export class PhotoCache {
  readonly #now: () => number;
  /** Settles when the database is open, or late. */
  readonly #opened: Promise<unknown>;
  #database: Database | null = null;
  /** The keys of what is stored, of all panes; null while they are not known. Some may have been removed since. */
  #stored: Set<string> | null = null;
  #isTrimming = false;
  /** A call exceeded its deadline and has not settled yet: until then look-ups are skipped. */
  #isStuck = false;

  constructor(name: string, now: () => number) {
    this.#now = now;
    const opening = openDatabase(name, () => (this.#database = null)).then((database) => {
      this.#database = database;
    });
    // Waited for once only: a database that opens later is used from then on.
    this.#opened = withDeadline(opening, storageTimeout, 'storage').catch(() => undefined);
    void this.#attempt((database) => this.#trim(database), undefined);
  }

  /** Whether nothing is kept, so that the first face has to be requested. */
  isEmpty(): Promise<boolean> {
    return this.#attempt(async (database) => (await database.count('uses')) === 0, true);
  }

  /** Intact records that are not too old, in the order of the keys. */
  async find(keys: readonly string[]): Promise<readonly (StoredRecord | null)[]> {
    const nothing = keys.map(() => null);
    if (this.#isStuck || (this.#stored && !keys.some((key) => this.#stored?.has(key)))) return nothing;
    return this.#attempt((database) => this.#findIn(database, keys), nothing);
  }

  /**
   * Stores a record, unless this pane or another one has removed copies since it was requested (`since`, in milliseconds
   * since 1970).
   */
  async put(place: RecordPlace, record: StoredRecord, since: number): Promise<void> {
    await this.#attempt(async (database) => {
      try {
        await this.#write(database, place, record, since);
      } catch (error) {
        if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
        await evictOldestThird(database);
        await this.#write(database, place, record, since);
      }
      this.#scheduleTrim();
    }, undefined);
  }

  /** Another pane has stored a record: it is looked up from now on. */
  expect(key: string): void {
    this.#stored?.add(key);
  }

  async remove(key: string): Promise<void> {
    await this.#attempt((database) => removeKeys(changeOf(database), [key]), undefined);
  }

  usage(account: string): Promise<CacheUsage> {
    return this.#attempt(async (database) => {
      const uses = await usesOf(changeOf(database), account);
      return { people: uses.length, bytes: uses.reduce((sum, { bytes }) => sum + bytes, 0) };
    }, nothingUsed);
  }

  /** Removes all copies of one account. */
  clear(account: string): Promise<void> {
    return this.#removeAtOnce(async (change) => keysOf(await usesOf(change, account)));
  }

  /** Removes the records of all accounts that match. */
  removeWhere(matches: (record: StoredRecord) => boolean): Promise<void> {
    return this.#removeAtOnce(async (change) => {
      const stored = change.objectStore('answers');
      const removed: string[] = [];
      // One after another: all pictures at once would take much memory.
      for (const key of await stored.getAllKeys()) {
        const record = await stored.get(key);
        if (record && matches(record)) removed.push(key);
      }
      return removed;
    });
  }

  /** In one transaction: what any pane writes comes before it and is removed, or after it and is compared with its time. */
  async #removeAtOnce(select: (change: Change) => Promise<readonly string[]>): Promise<void> {
    const remove = async (database: Database, isRecorded: boolean): Promise<void> => {
      const change = changeOf(database);
      const keys = await select(change);
      if (isRecorded) await change.objectStore('removals').put(this.#now(), lastRemoval);
      await removeKeys(change, keys);
    };
    // A full disk may take no record, and lose the removal with it.
    await this.#attempt((database) => remove(database, true).catch(() => remove(database, false)), undefined);
  }

  /** Runs `work` with a deadline; `otherwise` where storage is not available, fails or is late. */
  async #attempt<T>(work: (database: Database) => Promise<T>, otherwise: T): Promise<T> {
    await this.#opened;
    if (!this.#database) return otherwise;
    const working = work(this.#database);
    try {
      return await withDeadline(working, storageTimeout, 'storage');
    } catch (error) {
      if (error instanceof DeadlineError) this.#markStuckUntil(working);
      return otherwise;
    }
  }

  #markStuckUntil(working: Promise<unknown>): void {
    this.#isStuck = true;
    void working.catch(() => undefined).finally(() => (this.#isStuck = false));
  }

  async #findIn(database: Database, keys: readonly string[]): Promise<readonly (StoredRecord | null)[]> {
    const now = this.#now();
    const stores = database.transaction(['answers', 'uses']);
    const [answers, uses] = [stores.objectStore('answers'), stores.objectStore('uses')];
    const found = await Promise.all(keys.map((key) => Promise.all([answers.get(key), uses.get(key)])));
    const outdated = keys.filter((_key, index) => now - (found[index]?.[1]?.usedAt ?? now) > useInterval);
    if (outdated.length > 0) void this.#attempt((same) => this.#touch(same, outdated), undefined);
    return found.map(([record, use]) => (isIntact(record, use?.bytes) && !isTooOld(record, now) ? record : null));
  }

  /** Records that they were used now; rows that were removed meanwhile stay away. */
  async #touch(database: Database, keys: readonly string[]): Promise<void> {
    const change = database.transaction('uses', 'readwrite');
    const touchOne = async (key: string): Promise<void> => {
      const use = await change.store.get(key);
      if (use) await change.store.put({ ...use, usedAt: this.#now() }, key);
    };
    await Promise.all([...keys.map(touchOne), change.done]);
  }

  async #write(database: Database, { key, account }: RecordPlace, record: StoredRecord, since: number): Promise<void> {
    const bytes = record.answer.kind === 'photo' ? record.answer.bytes.byteLength : 0;
    const change = changeOf(database);
    const removedAt = (await change.objectStore('removals').get(lastRemoval)) ?? 0;
    // Only now: the transaction waits for a removal that has begun.
    const now = this.#now();
    // A time to come: the clock was set back, during the request or after the removal.
    if (since > now || (removedAt >= since && removedAt <= now)) return;
    const answers = change.objectStore('answers');
    if (isReplacedBy(await answers.get(key), record, now)) return;
    const use: UseRow = { key, whose: account, usedAt: now, readAt: record.readAt, bytes };
    await Promise.all([answers.put(record, key), change.objectStore('uses').put(use, key), change.done]);
    this.expect(key);
  }

  /** One trim for many writes of the same moment. */
  #scheduleTrim(): void {
    if (this.#isTrimming) return;
    this.#isTrimming = true;
    setTimeout(() => {
      this.#isTrimming = false;
      void this.#attempt((database) => this.#trim(database), undefined);
    });
  }

  /** Evicts what is too old or of another form, then the least recently used, until the rest is within the limits. */
  async #trim(database: Database): Promise<void> {
    const change = changeOf(database);
    const { uses, others } = await rowsOf(change);
    const latestFirst = [...uses].sort((one, other) => other.usedAt - one.usedAt);
    let [people, bytes] = [0, 0];
    const evicted = latestFirst.filter((use) => {
      if (isTooOld(use, this.#now())) return true;
      people++;
      bytes += use.bytes;
      return people > policy.maxPeople || bytes > policy.maxBytes;
    });
    await removeKeys(change, [...keysOf(evicted), ...others]);
    this.#stored = new Set(keysOf(uses));
  }
}

/** Opens the cache at once, so that it is ready when the first face is looked up. */
export function openPhotoCache(name = 'photos', now: () => number = Date.now): PhotoCache {
  return new PhotoCache(name, now);
}

/** Makes room on a full disk. */
async function evictOldestThird(database: Database): Promise<void> {
  const change = changeOf(database);
  const { uses, others } = await rowsOf(change);
  const oldestFirst = [...uses].sort((one, other) => one.usedAt - other.usedAt);
  await removeKeys(change, [...others, ...keysOf(oldestFirst.slice(0, Math.ceil(uses.length / 3)))]);
}

function changeOf(database: Database): Change {
  return database.transaction(stores, 'readwrite');
}

async function removeKeys(change: Change, keys: readonly string[]): Promise<void> {
  const [answers, uses] = [change.objectStore('answers'), change.objectStore('uses')];
  await Promise.all([...keys.flatMap((key) => [answers.delete(key), uses.delete(key)]), change.done]);
}

async function usesOf(change: Change, account: string): Promise<readonly UseRow[]> {
  return (await rowsOf(change)).uses.filter(({ whose }) => whose === account);
}

/** All rows in the form of today, and the keys of everything else that is stored. */
async function rowsOf(change: Change): Promise<{ uses: readonly UseRow[]; others: readonly string[] }> {
  const [answers, rows] = [change.objectStore('answers'), change.objectStore('uses')];
  const [stored, keys, all] = await Promise.all([answers.getAllKeys(), rows.getAllKeys(), rows.getAll()]);
  const uses = all.filter((use, index) => isIntactUse(use, keys[index] ?? ''));
  const counted = new Set(keysOf(uses));
  return { uses, others: [...new Set([...stored, ...keys])].filter((key) => !counted.has(key)) };
}

function keysOf(uses: readonly UseRow[]): string[] {
  return uses.map(({ key }) => key);
}

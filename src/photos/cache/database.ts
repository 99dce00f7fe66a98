import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { StoredRecord } from './record';

/** Raised whenever the form of what is stored changes: older databases are emptied. */
const version = 4;

/** Where a copy is stored: a person's key, and the key of the account that may see it. */
export interface RecordPlace {
  readonly key: string;
  readonly account: string;
}

/** Small rows beside the records, so that counting and evicting read no pictures. */
export interface UseRow {
  readonly key: string;
  /** The account's key. */
  readonly whose: string;
  /** Milliseconds since 1970. */
  readonly usedAt: number;
  readonly readAt: number;
  readonly bytes: number;
}

interface Schema extends DBSchema {
  answers: { key: string; value: StoredRecord };
  uses: { key: string; value: UseRow };
  /** When copies were last removed, for all panes of the browser: milliseconds since 1970, under `lastRemoval`. */
  removals: { key: string; value: number };
}

export const lastRemoval = 'last';

export const stores = ['answers', 'uses', 'removals'] as const;

export type Database = IDBPDatabase<Schema>;

/** A transaction that changes copies. */
export type Change = IDBPTransaction<Schema, typeof stores, 'readwrite'>;

/**
 * Opens the database, or recreates it where it is damaged. Null where storage is not available. `onLost`: it must not be
 * used any more, because another pane needs a newer version or the browser has closed it.
 */
export async function openDatabase(name: string, onLost: () => void): Promise<Database | null> {
  try {
    return await openExisting(name, onLost);
  } catch (error) {
    // Not allowed here, as in a frame whose storage is blocked.
    if (error instanceof DOMException && error.name === 'SecurityError') return null;
  }
  try {
    // Damaged, or of an unknown version: only copies are lost.
    await deleteDB(name);
    return await openExisting(name, onLost);
  } catch {
    return null;
  }
}

/** @throws where a store is missing, as after an upgrade that was cut short: the version alone does not show it. */
async function openExisting(name: string, onLost: () => void): Promise<Database> {
  const database = await openDB<Schema>(name, version, {
    upgrade(empty) {
      for (const store of empty.objectStoreNames) empty.deleteObjectStore(store);
      for (const store of stores) empty.createObjectStore(store);
    },
    blocking(_current, _blocked, { target }) {
      onLost();
      (target as IDBDatabase).close();
    },
    terminated: onLost,
  });
  if (stores.every((store) => database.objectStoreNames.contains(store))) return database;
  database.close();
  throw new Error('The database lacks a store');
}

import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptAnswer } from './answer';

/** Where a copy lies: the person's key, and whose copies it is one of. */
export interface Place {
  readonly key: string;
  readonly whose: string;
}

/** Small rows beside the large ones, so that counting and making room read no pictures. */
export interface Use extends Place {
  readonly usedAt: number;
  readonly readAt: number;
  readonly bytes: number;
}

interface Schema extends DBSchema {
  answers: { key: string; value: KeptAnswer };
  uses: { key: string; value: Use };
}

export type Database = IDBPDatabase<Schema>;

/**
 * Opens it, anew where it is damaged. Null where storage is not to be had. `onLost`: it must not be used any more.
 */
export async function openDatabase(name: string, onLost: () => void): Promise<Database | null> {
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

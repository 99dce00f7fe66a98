import { withDeadline } from '../../base';
import { dropFile, keepFile, takeFile } from './keptFile';
import { formatState, parseState, type GivenState, type TakenState } from './keptState';
import { storageKey } from './storageKey';

/** A file that takes longer to store is lost, so that the reload does not wait for it. Milliseconds. */
const fileTimeout = 5_000;

/** Stores a state for the next start; what the storage does not take is left out. */
export async function storeState({ file, ...state }: GivenState): Promise<void> {
  const isFileKept = file !== null && (await storeFile(file));
  try {
    sessionStorage.setItem(
      storageKey,
      formatState({ ...state, picture: isFileKept ? state.picture : null }, Date.now()),
    );
  } catch {
    // Without the state, the next start would not remove the file.
    await dropFile();
  }
}

/** Reads what was stored and removes it. */
export function takeState(): TakenState | null {
  const text = sessionStorage.getItem(storageKey) ?? '';
  sessionStorage.removeItem(storageKey);
  const state = parseState(text, Date.now());
  if (state?.picture) return { ...state, file: takeFile() };
  void dropFile();
  return state && { ...state, file: Promise.resolve(null) };
}

async function storeFile(file: Blob): Promise<boolean> {
  try {
    await withDeadline(keepFile(file), fileTimeout, 'the storage');
    return true;
  } catch {
    return false;
  }
}

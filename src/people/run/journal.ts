import { openJournal, type Journal } from '../../bulk';

let opened: Promise<Journal> | null = null;

/** The journal of this browser, opened once. @throws where the browser stores nothing. */
export function runJournal(): Promise<Journal> {
  opened ??= openJournal().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

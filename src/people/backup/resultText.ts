import type { BackupProgress } from '../../bulk';
import type { PageTexts } from '../texts';

type Result = Pick<BackupProgress, 'phase' | 'photos' | 'none' | 'unread'>;

/** How a backup has ended: what is in the file, who has no photo, and how many could not be read. */
export function resultText({ phase, photos, none, unread }: Result, file: string, texts: PageTexts): string {
  if (phase === 'stopped') return texts('backup.stopped');
  if (phase === 'failed') return texts('backup.failed');
  const counted = (count: number) => ({ count, all: texts.number(count) });
  return [
    texts('backup.done', { ...counted(photos), file }),
    ...(none > 0 ? [texts('backup.none', counted(none))] : []),
    ...(unread.length > 0 ? [texts('backup.unread', counted(unread.length))] : []),
  ].join(', ');
}

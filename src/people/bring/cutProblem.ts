import { ArchiveError } from '../../bulk';
import { PictureUnusableError } from '../../editor';
import type { PageTexts } from '../texts';

/** Why a cut cannot be changed, in words. */
export function cutProblem(error: unknown, texts: PageTexts): string {
  if (error instanceof PictureUnusableError) return texts(`unusable.${error.reason}`);
  if (error instanceof ArchiveError) return texts(`unread.${error.reason}`);
  const name = error instanceof Error ? error.name : '';
  if (name === 'EditorNotLoadedError') return texts('screen.failedNext');
  return texts(name === 'EditorCrashedError' ? 'unusable.tooHeavy' : 'unread.unreadable');
}

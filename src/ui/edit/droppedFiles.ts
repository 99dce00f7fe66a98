import { useEffect } from 'react';
import { likeliestPicture } from './likeliestPicture';

/**
 * Calls `choose` with each file that is dropped on the page or pasted; null where there is none. Text and links are ignored,
 * since a link would have to be fetched. Null: another part of the screen takes the files.
 */
export function useDroppedFiles(choose: ((file: Blob | null) => void) | null): void {
  useEffect(() => {
    if (!choose) return;
    const allowDrop = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      choose(likeliestPicture(event.dataTransfer?.files));
    };
    const paste = ({ clipboardData }: ClipboardEvent): void => choose(likeliestPicture(clipboardData?.files));
    document.addEventListener('dragover', allowDrop);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', allowDrop);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [choose]);
}

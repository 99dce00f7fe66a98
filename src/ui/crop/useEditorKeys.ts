import { useEffect, type RefObject } from 'react';

/** What keys do in the editor now; null: nothing. */
interface EditorKeys {
  readonly onEnter: (() => void) | null;
  readonly onEscape: (() => void) | null;
}

/** Enter and Escape anywhere in the editor, as in a dialog. On a button or link, Enter means that alone. */
export function useEditorKeys(root: RefObject<HTMLElement | null>, { onEnter, onEscape }: EditorKeys): void {
  useEffect(() => {
    const element = root.current;
    const handleKey = (event: KeyboardEvent): void => {
      const { key, target, repeat, defaultPrevented } = event;
      const isOnControl = target instanceof Element && target.closest('button, a') !== null;
      const act = key === 'Escape' ? onEscape : key === 'Enter' && !isOnControl ? onEnter : null;
      if (!act || repeat || defaultPrevented) return;
      event.preventDefault();
      // Office.js would move the focus to the first tab.
      event.stopPropagation();
      act();
    };
    element?.addEventListener('keydown', handleKey);
    return () => element?.removeEventListener('keydown', handleKey);
  }, [root, onEnter, onEscape]);
}

import { useEffect, useRef, useState } from 'react';
import type { Person, Selection } from '../../mailbox';
import { isSameItem } from '../message/sameItem';
import { useAfterPaint } from '../parts/useAfterPaint';

/** The person whose details are open. */
interface OpenedDetails {
  readonly person: Person | null;
  readonly open: (person: Person) => void;
  /** Closes the details and moves the focus back to the button that opened them. */
  readonly goBack: () => void;
  /** Closes the details and leaves the focus where it is. */
  readonly close: () => void;
}

/** The details that are open; closed when another item is selected. */
export function useOpenedDetails(selection: Selection): OpenedDetails {
  const [opened, setOpened] = useState<{ person: Person; selection: Selection; opener: Element | null } | null>(null);
  const focusNext = useRef<Element | null>(null);
  const chosen = opened && isSameItem(opened.selection, selection, opened.person) ? opened.person : null;
  // Otherwise the details would open again when a later item has the same person.
  if (opened && !chosen) setOpened(null);
  const person = useAfterPaint(chosen);
  useEffect(() => {
    if (!person && focusNext.current instanceof HTMLElement) focusNext.current.focus();
    focusNext.current = null;
  }, [person]);
  return {
    person,
    open: (one) => setOpened({ person: one, selection, opener: document.activeElement }),
    goBack() {
      focusNext.current = opened?.opener ?? null;
      setOpened(null);
    },
    close: () => setOpened(null),
  };
}

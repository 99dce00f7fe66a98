/**
 * Focuses an element where the focused one is gone, so that the keyboard goes on from there. A pane that is not in use
 * leaves the focus to Outlook.
 */
export function focusIfLost(element: HTMLElement | null | undefined): void {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (isLost && document.hasFocus()) element?.focus({ preventScroll: true });
}

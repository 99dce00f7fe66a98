/**
 * Focuses an element where the focused one is gone, or where only what is around it has the focus, so that the keyboard goes
 * on from there. A pane that is not in use leaves the focus to Outlook.
 */
export function focusIfLost(element: HTMLElement | null | undefined): void {
  const { activeElement } = document;
  const isLost = !activeElement || activeElement.contains(element ?? null);
  if (isLost && document.hasFocus()) element?.focus({ preventScroll: true });
}

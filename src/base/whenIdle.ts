/**
 * Does `work` once the page has nothing else to do, or when `milliseconds` have passed. Where there are no idle callbacks
 * (Safari) it waits for a moment only.
 * @returns its own undo.
 */
export function whenIdle(work: () => void, milliseconds: number): () => void {
  const { requestIdleCallback } = globalThis as Partial<typeof globalThis>;
  if (requestIdleCallback) {
    const id = requestIdleCallback(work, { timeout: milliseconds });
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(work, Math.min(milliseconds, moment));
  return () => clearTimeout(timer);
}

/** Long enough for what is under way, short enough not to be noticed. Milliseconds. */
const moment = 30;

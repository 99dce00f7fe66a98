/** The delay in browsers without idle callbacks: enough to finish current work, too short to notice. Milliseconds. */
const fallbackDelay = 30;

/**
 * Runs `work` once the page is idle, after `milliseconds` at the latest; in Safari, which has no idle callbacks, after 30 ms.
 * @returns a function that cancels it.
 */
export function whenIdle(work: () => void, milliseconds: number): () => void {
  const { requestIdleCallback } = globalThis as Partial<typeof globalThis>;
  if (requestIdleCallback) {
    const id = requestIdleCallback(work, { timeout: milliseconds });
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(work, Math.min(milliseconds, fallbackDelay));
  return () => clearTimeout(timer);
}

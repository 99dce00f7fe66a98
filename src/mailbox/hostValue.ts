/**
 * What `read` returns; undefined where it throws. Hosts lack properties of Office.js, and have some whose getter throws:
 * each costs only what it carries.
 */
export function hostValue<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A text that the host gives; empty where it gives none. */
export function hostText(read: () => unknown): string {
  const value = hostValue(read);
  return typeof value === 'string' ? value : '';
}

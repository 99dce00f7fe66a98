/** Another window of this browser works on the same run. */
export class RunElsewhereError extends Error {
  override readonly name = 'RunElsewhereError';
}

/** Runs `work` while no other window runs work of this name. @throws RunElsewhereError */
export async function withLock(name: string, work: () => Promise<void>): Promise<void> {
  const { locks } = (globalThis as { readonly navigator?: Partial<Pick<Navigator, 'locks'>> }).navigator ?? {};
  // Insecure pages have no locks.
  if (!locks) return work();
  await locks.request(name, { ifAvailable: true }, (lock) => {
    if (!lock) throw new RunElsewhereError('Another window works on this run');
    return work();
  });
}

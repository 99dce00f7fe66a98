import { createHash } from 'node:crypto';

/** For tests with a simulated clock: the real digest resolves from another thread. */
export function digestAtOnce(): void {
  jest.spyOn(crypto.subtle, 'digest').mockImplementation((_algorithm, data) => {
    const hash = createHash('sha256').update(data as Uint8Array);
    return Promise.resolve(Uint8Array.from(hash.digest()).buffer);
  });
}

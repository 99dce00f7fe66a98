import { createHash } from 'node:crypto';

/** For tests with a clock of their own: the real digest answers from another thread, in a time that nobody can wait for. */
export function digestAtOnce(): void {
  jest.spyOn(crypto.subtle, 'digest').mockImplementation((_algorithm, data) => {
    const hash = createHash('sha256').update(data as Uint8Array);
    return Promise.resolve(Uint8Array.from(hash.digest()).buffer);
  });
}

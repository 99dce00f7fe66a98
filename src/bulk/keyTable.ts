/** A power of two. */
const buckets = 1 << 16;

/** Numbers under keys, in three lists of numbers: a Map of a million entries takes many times the memory. */
export class KeyTable {
  /** The place of the latest entry of each bucket; -1: none. */
  readonly #latest = new Int32Array(buckets).fill(-1);
  readonly #keys: number[] = [];
  readonly #values: number[] = [];
  /** The place of the entry before in the same bucket. */
  readonly #before: number[] = [];

  /** `key`: an integer of 32 bits. */
  add(key: number, value: number): void {
    const bucket = bucketOf(key);
    this.#before.push(this.#latest[bucket] ?? -1);
    this.#latest[bucket] = this.#keys.length;
    this.#keys.push(key);
    this.#values.push(value);
  }

  /** The values under a key, in the order in which they were added. */
  get(key: number): readonly number[] {
    const found: number[] = [];
    for (let place = this.#latest[bucketOf(key)] ?? -1; place >= 0; place = this.#before[place] ?? -1) {
      if (this.#keys[place] === key) found.push(this.#values[place] ?? 0);
    }
    return found.reverse();
  }
}

function bucketOf(key: number): number {
  return (key ^ (key >>> 16)) & (buckets - 1);
}

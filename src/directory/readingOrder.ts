/** Which states are read next: those on the screen, then the others in the order of the list. */
export class ReadingOrder {
  readonly #isTaken: boolean[] = [];
  #count = 0;
  /** All entries before it are taken. */
  #start = 0;
  #first: readonly number[] = [];

  /** How many entries the list has by now. */
  set count(count: number) {
    this.#count = count;
  }

  /** These entries come before the others from now on. */
  putFirst(entries: readonly number[]): void {
    this.#first = entries;
  }

  /** Takes up to `most` entries. Fewer only where `isComplete`: a batch is not sent half full while the list grows. */
  take(most: number, isComplete: boolean): readonly number[] {
    const taken = this.#first.filter((entry) => this.#isFree(entry)).slice(0, most);
    while (this.#start < this.#count && this.#isTaken[this.#start]) this.#start++;
    const isChosen = new Set(taken);
    for (let entry = this.#start; entry < this.#count && taken.length < most; entry++) {
      if (this.#isFree(entry) && !isChosen.has(entry)) taken.push(entry);
    }
    if (taken.length < most && !isComplete) return [];
    for (const entry of taken) this.#isTaken[entry] = true;
    return taken;
  }

  /** These entries were not read after all. */
  giveBack(entries: readonly number[]): void {
    for (const entry of entries) this.#isTaken[entry] = false;
    this.#start = Math.min(this.#start, ...entries);
  }

  #isFree(entry: number): boolean {
    return entry < this.#count && !this.#isTaken[entry];
  }
}

/** The people who are selected, by their places in the list. Each change is another selection. */
export class Selection {
  readonly #places: ReadonlySet<number>;

  constructor(places: ReadonlySet<number> = new Set()) {
    this.#places = places;
  }

  get size(): number {
    return this.#places.size;
  }

  has(place: number): boolean {
    return this.#places.has(place);
  }

  /** How many of these are selected. */
  countOf(places: readonly number[]): number {
    if (this.size === 0) return 0;
    return places.reduce((count, place) => (this.has(place) ? count + 1 : count), 0);
  }

  toggled(place: number): Selection {
    return this.has(place) ? this.without([place]) : this.with([place]);
  }

  with(places: readonly number[]): Selection {
    return new Selection(new Set([...this.#places, ...places]));
  }

  without(places: readonly number[]): Selection {
    const left = new Set(this.#places);
    for (const place of places) left.delete(place);
    return new Selection(left);
  }

  /** In the order of the list. */
  inOrder(): readonly number[] {
    return [...this.#places].sort((one, other) => one - other);
  }
}

import type { Entity } from './matches';
import type { Order } from './options';

/** The latest result: a large list is read in many pages. */
let latest: { readonly of: readonly Entity[]; readonly key: string; readonly result: readonly Entity[] } | null = null;

/** Sorts entities by the texts of properties; without `orderBy` they stay as they are. */
export function sorted(entities: readonly Entity[], orderBy: readonly Order[]): readonly Entity[] {
  if (orderBy.length === 0) return entities;
  const key = JSON.stringify(orderBy);
  if (latest?.of !== entities || latest.key !== key) {
    latest = { of: entities, key, result: sortedAgain(entities, orderBy) };
  }
  return latest.result;
}

function sortedAgain(entities: readonly Entity[], orderBy: readonly Order[]): readonly Entity[] {
  return [...entities].sort((one, other) => {
    const differences = orderBy.map(({ property, isDescending }) => {
      const difference = collator.compare(textOf(one[property]), textOf(other[property]));
      return isDescending ? -difference : difference;
    });
    return differences.find((difference) => difference !== 0) ?? 0;
  });
}

const collator = new Intl.Collator('en');

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

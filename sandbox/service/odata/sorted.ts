import type { Entity } from './matches';
import type { Order } from './options';

/** Sorts entities by the texts of properties; without `orderBy` they stay as they are. */
export function sorted(entities: readonly Entity[], orderBy: readonly Order[]): readonly Entity[] {
  return [...entities].sort((one, other) => {
    const differences = orderBy.map(({ property, isDescending }) => {
      const difference = textOf(one[property]).localeCompare(textOf(other[property]));
      return isDescending ? -difference : difference;
    });
    return differences.find((difference) => difference !== 0) ?? 0;
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

import type { OwnerKind } from '../photos';
import type { RunPerson } from './runLine';

/** Which permissions changes of these photos need; those for people where there are none yet. */
export function ownerKindsOf(people: readonly Pick<RunPerson, 'kind'>[]): readonly OwnerKind[] {
  const hasGroup = people.some(({ kind }) => kind === 'group');
  const hasPerson = people.length === 0 || people.some(({ kind }) => kind !== 'group');
  return [...(hasPerson ? (['others'] as const) : []), ...(hasGroup ? (['groups'] as const) : [])];
}

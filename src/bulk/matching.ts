import { readingsOf } from './fileReadings';
import { groupBy } from './groupBy';
import { inSlices } from './inSlices';
import { lookUpList, type ListProblem } from './listedFiles';
import type { MatchCandidate } from './match';
import type { PeopleIndex } from './peopleIndex';
import type { ListRow } from './photoList';

/** What was found for a file. Only `matched` is decided; the others wait for a decision, or have none. */
export type FileMatch =
  | ({ readonly kind: 'matched'; readonly path: string } & MatchCandidate)
  /** Several people: the strictest rule's first. */
  | { readonly kind: 'ambiguous'; readonly path: string; readonly candidates: readonly MatchCandidate[] }
  /** Several files for this person; `paths` are all of them, this one included. */
  | ({ readonly kind: 'duplicate'; readonly path: string; readonly paths: readonly string[] } & MatchCandidate)
  | { readonly kind: 'unmatched'; readonly path: string };

/** The result for all files, in their order, and the rows of the list that led to nothing. */
export interface Matching {
  readonly files: readonly FileMatch[];
  readonly problems: readonly ListProblem[];
}

/**
 * Finds out whose photo each file is. A row of `list` decides before the name does. Nothing is decided where two people
 * come into question for a file, or two files for a person. In tasks of a few milliseconds.
 * @throws the signal's reason when it aborts
 */
export function matchFiles(
  paths: readonly string[],
  people: PeopleIndex,
  list: readonly ListRow[] = [],
  signal?: AbortSignal,
): Promise<Matching> {
  return inSlices(matchingSteps(paths, people, list), signal);
}

function* matchingSteps(
  paths: readonly string[],
  people: PeopleIndex,
  list: readonly ListRow[],
): Generator<void, Matching> {
  const listed = yield* lookUpList(list, paths, people);
  const found: { readonly path: string; readonly candidates: readonly MatchCandidate[] }[] = [];
  for (const path of paths) {
    found.push({ path, candidates: listed.found.get(path) ?? byName(path, people) });
    yield;
  }
  const single = found.flatMap(({ path, candidates: [first, ...others] }) =>
    first && others.length === 0 ? [{ path, id: first.person.id }] : [],
  );
  const filesOf = groupBy(single, ({ id }) => id);
  const isListed = (path: string): boolean => listed.found.has(path);
  const files = found.map(({ path, candidates }): FileMatch => {
    const [first, ...others] = candidates;
    if (!first) return { kind: 'unmatched', path };
    if (others.length > 0) return { kind: 'ambiguous', path, candidates };
    const all = (filesOf.get(first.person.id) ?? []).map((one) => one.path);
    const isOnlyListed = isListed(path) && all.filter(isListed).length === 1;
    return all.length > 1 && !isOnlyListed
      ? { kind: 'duplicate', path, paths: all, ...first }
      : { kind: 'matched', path, ...first };
  });
  return { files, problems: listed.problems };
}

function byName(path: string, people: PeopleIndex): readonly MatchCandidate[] {
  const candidates = people.candidatesOf(readingsOf(path));
  return candidates.map(({ person, rule, text }) => ({ person, reason: { kind: rule, text } }));
}

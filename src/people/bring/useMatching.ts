import { useEffect, useState } from 'react';
import { matchFiles, PeopleIndex, type Matching } from '../../bulk';
import type { Overview } from '../../directory';
import { bulkPersonOf } from './bulkPerson';
import type { ChosenFiles } from './chosenFiles';

/** Whose photos the chosen files are, found in short tasks; null until it is found first, which takes the whole list of people. */
export function useMatching({ people, isListed }: Overview, { photos, rows }: ChosenFiles): Matching | null {
  const [index, setIndex] = useState<PeopleIndex | null>(null);
  const [matching, setMatching] = useState<Matching | null>(null);
  useEffect(() => {
    if (!isListed) return;
    return unlessAborted((signal) => PeopleIndex.create(people.map(bulkPersonOf), signal), setIndex);
  }, [people, isListed]);
  useEffect(() => {
    if (!index) return;
    const paths = photos.map(({ path }) => path);
    return unlessAborted((signal) => matchFiles(paths, index, rows, signal), setMatching);
  }, [index, photos, rows]);
  return matching;
}

/** Starts a computation, and hands over its result. @returns a function that aborts it. */
function unlessAborted<T>(compute: (signal: AbortSignal) => Promise<T>, onResult: (result: T) => void): () => void {
  const stop = new AbortController();
  compute(stop.signal).then(
    (result) => {
      if (!stop.signal.aborted) onResult(result);
    },
    (error: unknown) => {
      if (!stop.signal.aborted) throw error;
    },
  );
  return () => stop.abort();
}

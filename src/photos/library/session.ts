import type { QueryClient } from '@tanstack/query-core';
import type { Said } from './errors';
import { isTooOld, type Replaced } from './kept/answer';
import { covers, differ, freshFor, type Wanted } from './known';
import type { Known } from './portrait';

/** The service's last word, and when it came (milliseconds since 1970). */
export interface Heard {
  readonly at: number;
  /** Null: no word came at all, as from a service that cannot be reached. */
  readonly said: Said | null;
}

/** What is known of people while the pane is open, by each person's key, for the account that reads now. */
export interface Memory {
  /** Which of the accounts that were here one after another reads now, counted. */
  readonly reader: number;
  copiesOf(key: string): readonly Known[];
  /** How much longer a copy counts, in milliseconds; negative: it is to be asked for again. */
  countsFor(key: string, copy: Known): number;
  /** Copies from before this moment do not count any more. */
  expire(key: string): void;
  /** Whether a copy is from after that moment. */
  isCurrent(key: string, copy: Known): boolean;
  /** What was replaced by a save here: other servers may tell it for hours. */
  changeOf(key: string): Replaced | null;
  change(key: string, replaced: Replaced): void;
  /** Says that the service spoke, or (null) that it did not. */
  hear(key: string, said: Said | null): void;
  heard(key: string): Heard | null;
  /** Tells every other face of this person what was just learnt. */
  share(key: string, known: Known, own: Wanted): void;
  /** Another account reads from now on: nothing of before is known. */
  startAnew(): void;
}

/** What is known of people, in the client's cache and beside it. */
export function createMemory(client: QueryClient): Memory {
  const changes = new Map<string, Replaced>();
  const anew = new Map<string, number>();
  const latest = new Map<string, Heard>();
  let reader = 0;

  const isCurrent = (key: string, copy: Known): boolean => copy.readAt >= (anew.get(key) ?? 0);

  return {
    get reader() {
      return reader;
    },

    copiesOf: (key) =>
      client
        .getQueriesData<Known>({ queryKey: ['portrait', key] })
        .flatMap(([, known]) => (known?.reader === reader && !isTooOld(known, Date.now()) ? [known] : [])),

    countsFor: (key, copy) => (isCurrent(key, copy) ? freshFor(copy, Date.now()) : -1),

    expire: (key) => void anew.set(key, Date.now()),

    isCurrent,

    changeOf(key) {
      const change = changes.get(key);
      return change && change.until > Date.now() ? change : null;
    },

    change: (key, replaced) => void changes.set(key, replaced),

    hear: (key, said) => void latest.set(key, { at: Date.now(), said }),

    heard: (key) => latest.get(key) ?? null,

    share(key, known, own) {
      for (const { queryKey, state } of client.getQueryCache().findAll({ queryKey: ['portrait', key] })) {
        const held = state.data as Known | undefined;
        const wanted = wantedOf(queryKey);
        const isOwn = wanted.pixels === own.pixels && wanted.whole === own.whole;
        if (isOwn || (held && held.readAt >= known.readAt)) continue;
        if (covers(known, wanted)) client.setQueryData(queryKey, known);
        else if (held && differ(held.answer, known.answer)) {
          client.setQueryData(queryKey, known);
          void client.invalidateQueries({ queryKey, exact: true });
        }
      }
    },

    startAnew() {
      reader++;
      for (const told of [changes, anew, latest]) told.clear();
      void client.resetQueries();
    },
  };
}

export function queryKeyOf(key: string, { pixels, whole }: Wanted): readonly unknown[] {
  return ['portrait', key, pixels, whole];
}

function wantedOf([, , pixels, whole]: readonly unknown[]): Wanted {
  return { pixels: Number(pixels), whole: whole === true };
}

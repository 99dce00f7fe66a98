import type { MatchRule } from './peopleIndex';
import type { BulkPerson } from './person';

/** Why a file is a person's: a row of the list, or what its name was compared with. */
export type MatchReason =
  /** `line`: of the list, the first is 1. `text`: what stands there for the person. */
  | { readonly kind: 'list'; readonly line: number; readonly text: string }
  /** `text`: the part of the file's name that was compared. */
  | { readonly kind: MatchRule; readonly text: string };

/** A person for whom a file may be. */
export interface MatchCandidate {
  readonly person: BulkPerson;
  readonly reason: MatchReason;
}

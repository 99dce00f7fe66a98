import type { BulkPerson } from './person';

/** Whose photo a line changes. Those of older journals have no kind, as people. */
export type RunPerson = Pick<BulkPerson, 'id' | 'kind' | 'displayName' | 'userPrincipalName' | 'mail'>;

/** Why the service, or this run, did not change a photo. */
export type LineRefusal =
  | 'unknownPerson'
  | 'tooLarge'
  | 'tooSmall'
  | 'badPicture'
  | 'noMailbox'
  | 'onPremises'
  | 'unclear'
  | 'notAllowed'
  /** Another program has changed the photo meanwhile, and nothing more was written. */
  | 'changedElsewhere'
  /** It failed several times; another try later may succeed. */
  | 'serviceFailed';

/** How far a line has come. What is `proven` or `refused` is never sent again. */
export type LineState =
  /** Nothing was sent. */
  | { readonly kind: 'intended' }
  /** It was sent, or was about to be. `isAccepted`: the service has accepted it, and did not show it yet. */
  | { readonly kind: 'sent'; readonly isAccepted: boolean }
  /** The service holds what was intended, under this eTag; null: none. `by`: read after the save, or when going on. */
  | { readonly kind: 'proven'; readonly eTag: string | null; readonly by: 'save' | 'reading' }
  /** Status and code are the service's own; 0 and empty where it did not answer. */
  | {
      readonly kind: 'refused';
      readonly reason: LineRefusal;
      readonly status: number;
      readonly code: string;
      readonly requestId: string;
    };

/** The photo before the change; its picture is in the journal. */
export type PhotoBefore = { readonly kind: 'none' } | { readonly kind: 'photo'; readonly eTag: string | null };

/** One change of a run. */
export interface RunLine {
  readonly runId: string;
  /** Its place in the run, from 0. */
  readonly index: number;
  readonly person: RunPerson;
  /** The file that the photo comes from; null where it comes from no file. */
  readonly file: string | null;
  readonly change: 'set' | 'remove';
  /**
   * The eTag of the photo that the change replaces; null where there must be none. Where it is missing, the change is made
   * whatever photo is there.
   */
  readonly replaces?: string | null;
  readonly state: LineState;
  /** Null until the line is sent. */
  readonly before: PhotoBefore | null;
}

/** A change that is to be made; `photo` null removes. */
export interface NewLine extends Pick<RunLine, 'person' | 'file' | 'replaces'> {
  readonly photo: Blob | null;
}

import { isSameAddress } from '../../base';
import type { Addressee, PermissionError, PhotoResult } from '../../photos';
import type { Draft } from './draft';

/** What is in flight, or how the last change ended. */
export type Activity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'saving'; readonly step: 'sending' | 'checking' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly kind: 'notAnImage' }
  /** `isReduced`: the service has taken a smaller picture only. */
  | { readonly kind: 'saved'; readonly pixels: number; readonly eTag: string | null; readonly isReduced: boolean }
  | { readonly kind: 'removed' }
  /** The service accepted the change and does not show it yet. `reducedTo`: pixels of a smaller picture; else null. */
  | { readonly kind: 'notVisibleYet'; readonly reducedTo: number | null };

interface ChosenFile {
  readonly owner: Addressee;
  readonly file: Blob;
}

/** A change that can be undone. */
interface LastChange {
  readonly owner: Addressee;
  /** The photo before it. */
  readonly photo: PhotoResult;
  /** The eTag of the photo that it led to; null after a removal, undefined where it is not known. */
  readonly eTag: string | null | undefined;
}

/** A write that the organization does not allow. */
interface Refusal {
  readonly owner: Addressee;
  readonly error: PermissionError;
}

export interface PhotoEditorState {
  /** Who began what the state is about. */
  readonly account: EditingAccount;
  /** The open picture; one for all owners. */
  readonly draft: Draft | null;
  /** The file that was chosen and is not saved. */
  readonly chosen: ChosenFile | null;
  readonly activity: Activity;
  /** Whose photo `activity` is about. */
  readonly owner: Addressee;
  readonly lastChange: LastChange | null;
  readonly refusal: Refusal | null;
}

/** The part of the state that is about one owner's photo. */
export interface OwnerState {
  readonly draft: Draft | null;
  readonly activity: Activity;
  readonly canUndo: boolean;
  /** Why Save is off until the pane is reloaded. */
  readonly refusal: PermissionError | null;
}

/** The account of the mailbox, and the person whom the token is for; null while it is not known. */
export interface EditingAccount {
  readonly mailbox: string | null;
  readonly me: string | null;
}

export const idle: Activity = { kind: 'idle' };

/** Nothing is open, and nothing was changed. */
export function emptyState(account: EditingAccount): PhotoEditorState {
  return {
    account,
    draft: null,
    chosen: null,
    activity: idle,
    owner: { address: '' },
    lastChange: null,
    refusal: null,
  };
}

/** Whether two accounts are the same, as far as both are known. */
export function isSameAccount(one: EditingAccount, other: EditingAccount): boolean {
  const isSamePerson = one.me === null || other.me === null || one.me === other.me;
  const [mailbox, otherMailbox] = [one.mailbox ?? '', other.mailbox ?? ''];
  return isSamePerson && isSameAddress(mailbox, otherMailbox);
}

/**
 * The state as a screen for `owner` shows it to `account`: what another account has begun, or is about another owner, is
 * left out. `canRemove`: whether the owner's photo can be removed.
 */
export function stateOf(
  owner: Addressee,
  { draft, activity, owner: active, lastChange, refusal, account: editing }: PhotoEditorState,
  account: EditingAccount,
  canRemove: boolean,
): OwnerState {
  if (!isSameAccount(editing, account)) return { draft: null, activity: idle, canUndo: false, refusal: null };
  const isOwn = (other: Addressee | undefined): boolean =>
    other !== undefined && isSameAddress(other.address, owner.address);
  return {
    draft: isOwn(draft?.owner) ? draft : null,
    activity: isOwn(active) ? activity : idle,
    canUndo: isOwn(lastChange?.owner) && (lastChange?.photo.kind === 'photo' || canRemove),
    refusal: isOwn(refusal?.owner) ? (refusal?.error ?? null) : null,
  };
}

/** The end of a save that has taken less quality than there was. */
export function asReduced(activity: Activity, { pixels }: { readonly pixels: number }): Activity {
  if (activity.kind === 'saved') return { ...activity, isReduced: true };
  return activity.kind === 'notVisibleYet' ? { ...activity, reducedTo: pixels } : activity;
}

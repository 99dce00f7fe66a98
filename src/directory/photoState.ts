import { isNoPhoto, PermissionError, type NoPhoto, type PhotoMetadata } from '../photos';

/** What is known about a person's photo. */
export type PhotoState =
  /** `blurred`: so small that Outlook and Teams enlarge it. Sides in pixels. */
  | { readonly kind: 'photo' | 'blurred'; readonly width: number; readonly height: number }
  /** No photo; the photo is on the organization's own server; there is no mailbox that could have one. */
  | { readonly kind: 'none' | 'onPremises' | 'noMailbox' }
  /** The service refused or failed for this person alone. */
  | { readonly kind: 'notReadable'; readonly isRefused: boolean };

export type StateKind = PhotoState['kind'];

/** A photo whose shorter side has fewer pixels is drawn blurred on the people cards of Microsoft 365. */
const sharpFrom = 240;

/** Each state of a photo once, by its size: many people share one. */
const photoStates = new Map<string, PhotoState>();

/** The state that the service's answer means. */
export function stateOf(answer: PhotoMetadata | NoPhoto): PhotoState {
  if (!isNoPhoto(answer)) return photoState(answer);
  switch (answer.reason) {
    case 'notSet':
      return { kind: 'none' };
    case 'onPremises':
    case 'noMailbox':
      return { kind: answer.reason };
    default:
      // The person was removed after the list was read.
      return { kind: 'notReadable', isRefused: false };
  }
}

function photoState({ width, height }: PhotoMetadata): PhotoState {
  const key = `${width} ${height}`;
  const kind = Math.min(width, height) < sharpFrom ? 'blurred' : 'photo';
  const state = photoStates.get(key) ?? { kind, width, height };
  photoStates.set(key, state);
  return state;
}

/** The state of a person whose photo alone could not be read. */
export function stateOfError(error: unknown): PhotoState {
  return { kind: 'notReadable', isRefused: error instanceof PermissionError };
}

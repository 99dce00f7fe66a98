import type { SignIn } from '../auth';
import type { Observable } from '../base';
import type { ImageEditor } from '../editor';
import type { Mailbox, Person } from '../mailbox';
import type { Heard, Kept, PhotoOwner, Portrait, Saved, SaveOptions, Sizes } from '../photos';
import { createContext, useContext, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import type { Words } from './words';

/** All that the screens read and call; created by `taskpane.ts`. */
export interface Services {
  readonly mailbox: Mailbox;
  readonly portraits: Portraits;
  readonly editor: ImageEditor;
  readonly signIn: Pick<SignIn, 'latest'>;
  /** Signs in as the remedy of an error, with the scopes that it carries. Only inside a click: a window may open. */
  readonly prompt: (error: unknown) => Promise<void>;
  /** Requests the permission to write a photo. Only inside a click: a window may open. */
  readonly allowWriting: (owner: PhotoOwner) => Promise<void>;
  readonly about: About;
}

/** The part of the photos room that the screens use. */
export interface Portraits {
  of(owner: PhotoOwner, pixels: number): Observable<Portrait>;
  /** The picture alone, for the many who are drawn small. */
  pictureOf(owner: PhotoOwner, pixels: number): Observable<Portrait>;
  /** What the service said last of somebody; null: nothing since the pane was opened. */
  heard(owner: PhotoOwner): Heard | null;
  /** How much is kept on this machine; null: not counted yet. */
  kept(): Observable<Kept | null>;
  /** Empties it. */
  forgetAll(): Promise<void>;
  sizesOf(owner: PhotoOwner): Observable<Sizes>;
  /** Reads again, past every copy. */
  reread(owner: PhotoOwner): void;
  /** Reads again all that failed. */
  rereadFailed(): void;
  /** Sets a photo, or removes it (null), and proves it. */
  save(owner: PhotoOwner, jpeg: Blob | null, options?: SaveOptions): Promise<Saved>;
  readonly canRemove: boolean;
}

interface About {
  readonly version: string;
  readonly service: 'graph' | 'outlook';
  readonly serviceUrl: string;
  /** Page where an administrator approves the reading permissions for the whole organization. */
  readonly consentUrl: string;
}

export const ServicesContext = createContext<Services | null>(null);
export const WordsContext = createContext<Words | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('No ServicesContext around this component');
  return services;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('No WordsContext around this component');
  return words;
}

/** The value of an observable; the component is drawn again when it changes. */
export function useObservable<T>(observable: Observable<T>): T {
  const [subscribe, read] = useMemo(
    () => [(listener: () => void) => observable.subscribe(listener), () => observable.value] as const,
    [observable],
  );
  return useSyncExternalStore(subscribe, read);
}

/** Somebody's photo, large enough for `drawn` CSS pixels on this screen. */
export function usePortrait(owner: PhotoOwner, drawn: number): Portrait {
  return usePhotoValue('of', owner, drawn);
}

/** The same without what the service says about it, for the many who are drawn small. */
export function usePicture(owner: PhotoOwner, drawn: number): Portrait {
  return usePhotoValue('pictureOf', owner, drawn);
}

function usePhotoValue(what: 'of' | 'pictureOf', owner: PhotoOwner, drawn: number): Portrait {
  const { portraits } = useServices();
  const address = owner === 'me' ? null : owner.address;
  const pixels = useDevicePixels(drawn);
  const source = useMemo(
    () => portraits[what](address === null ? 'me' : { address }, pixels),
    [portraits, what, address, pixels],
  );
  // React looks only after the paint; the photo is asked for before it.
  useLayoutEffect(() => source.subscribe(() => undefined), [source]);
  return useObservable(source);
}

/** CSS pixels in pixels of the screen that shows the pane; updated when the pane moves to another or is zoomed. */
export function useDevicePixels(drawn: number): number {
  return devicePixels(
    drawn,
    useSyncExternalStore(onOtherScreen, () => window.devicePixelRatio),
  );
}

/** Calls `listener` when the pane is zoomed or moves to a screen with another pixel ratio. */
function onOtherScreen(listener: () => void): () => void {
  const unsubscribe = new AbortController();
  const watch = (): void => {
    const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const changed = (): void => {
      listener();
      watch();
    };
    query.addEventListener('change', changed, { once: true, signal: unsubscribe.signal });
  };
  watch();
  return () => unsubscribe.abort();
}

/** CSS pixels in pixels of a screen. */
export function devicePixels(drawn: number, ratio: number): number {
  return Math.ceil(drawn * ratio);
}

/** The sizes of somebody's photo that the service holds. */
export function useSizes(owner: PhotoOwner): Sizes {
  const { portraits } = useServices();
  const address = owner === 'me' ? null : owner.address;
  const source = useMemo(() => portraits.sizesOf(address === null ? 'me' : { address }), [portraits, address]);
  return useObservable(source);
}

/** The owner of a person's photo: `me` for the mailbox's own address, which needs less permission. */
export function useOwner(person: Person): PhotoOwner {
  const { mailbox } = useServices();
  return ownerOf(person, useObservable(mailbox.me)?.address ?? null);
}

/** `mine`: the mailbox's own address; null while it is not known. */
export function ownerOf({ address }: Person, mine: string | null): PhotoOwner {
  return mine !== null && sameAddress(mine, address) ? 'me' : { address };
}

export function isSameOwner(one: PhotoOwner, other: PhotoOwner): boolean {
  if (one === 'me' || other === 'me') return one === other;
  return sameAddress(one.address, other.address);
}

function sameAddress(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}

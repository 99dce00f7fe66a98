import type { SignIn } from '../auth';
import { isSameAddress, type Observable } from '../base';
import type { ImageEditor } from '../editor';
import type { Mailbox, Person } from '../mailbox';
import type { DialectName, PhotoLibrary, PhotoOwner, PhotoSize, Portrait, SizeList } from '../photos';
import { createContext, useContext, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import type { Texts } from './texts/texts';

/** All that the screens read and call; created by `taskpane.ts`. */
export interface Services {
  readonly mailbox: Mailbox;
  readonly library: PhotoLibrary;
  readonly editor: ImageEditor;
  readonly signIn: Pick<SignIn, 'latest' | 'failures'>;
  /** Signs in as the remedy of an error, with the scopes that it carries. Only inside a click: a window may open. */
  readonly prompt: (error: unknown) => Promise<void>;
  /** Requests the permission to write a photo. Only inside a click: a window may open. */
  readonly allowWriting: (owner: PhotoOwner) => Promise<void>;
  readonly about: About;
}

interface About {
  readonly version: string;
  readonly service: DialectName;
  /** The proper name of the service. */
  readonly serviceTitle: string;
  readonly serviceUrl: string;
  /** Page where an administrator approves the reading permissions for the whole organization. */
  readonly consentUrl: string;
}

export const ServicesContext = createContext<Services | null>(null);
export const TextsContext = createContext<Texts | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('No ServicesContext around this component');
  return services;
}

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('No TextsContext around this component');
  return texts;
}

/** The value of an observable; the component is drawn again when it changes. */
export function useObservable<T>(observable: Observable<T>): T {
  const [subscribe, read] = useMemo(
    () => [(listener: () => void) => observable.subscribe(listener), () => observable.value] as const,
    [observable],
  );
  return useSyncExternalStore(subscribe, read);
}

/** A person's photo and its metadata, large enough for `drawn` CSS pixels on this screen. */
export function usePortrait(owner: PhotoOwner, drawn: number): Portrait {
  return useWatchedPhoto(owner, { pixels: useDevicePixels(drawn), withMetadata: true });
}

/** The same without metadata, for the many that are drawn small. */
export function usePicture(owner: PhotoOwner, drawn: number): Portrait {
  return useWatchedPhoto(owner, { pixels: useDevicePixels(drawn), withMetadata: false });
}

function useWatchedPhoto(owner: PhotoOwner, { pixels, withMetadata }: PhotoSize): Portrait {
  const { library } = useServices();
  const address = owner === 'me' ? null : owner.address;
  const [stableOwner, size] = useMemo(
    () => [address === null ? 'me' : { address }, { pixels, withMetadata }] as const,
    [address, pixels, withMetadata],
  );
  const photo = useMemo(() => library.watch(stableOwner, size), [library, stableOwner, size]);
  // React subscribes only after the paint; the photo is requested before it.
  useLayoutEffect(() => library.want([stableOwner], size), [library, stableOwner, size]);
  return useObservable(photo);
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

/** The sizes of a person's photo that the service holds. */
export function useSizes(owner: PhotoOwner): SizeList {
  const { library } = useServices();
  const address = owner === 'me' ? null : owner.address;
  const sizes = useMemo(() => library.watchSizes(address === null ? 'me' : { address }), [library, address]);
  return useObservable(sizes);
}

/** The owner of a person's photo: `me` for the mailbox's own address, which needs less permission. */
export function useOwner(person: Person): PhotoOwner {
  const { mailbox } = useServices();
  return ownerOf(person, useObservable(mailbox.me)?.address ?? null);
}

/** `mine`: the mailbox's own address; null while it is not known. */
export function ownerOf({ address }: Person, mine: string | null): PhotoOwner {
  return mine !== null && isSameAddress(mine, address) ? 'me' : { address };
}

export function isSameOwner(one: PhotoOwner, other: PhotoOwner): boolean {
  if (one === 'me' || other === 'me') return one === other;
  return isSameAddress(one.address, other.address);
}

import type { SignIn } from '../auth';
import { isSameAddress, type Observable } from '../base';
import type { ImageEditor } from '../editor';
import type { Mailbox, Person } from '../mailbox';
import type { DialectName, PhotoLibrary, PhotoOwner, PhotoSize, Portrait, SizeList } from '../photos';
import { createContext, useContext, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import type { Words } from './words';

/** What the screens read and call; the hall brings it. */
export interface Services {
  readonly mailbox: Mailbox;
  readonly library: PhotoLibrary;
  readonly editor: ImageEditor;
  readonly signIn: Pick<SignIn, 'latest'>;
  /** Asks for a sign-in. Only inside a click: a window may open. */
  readonly prompt: (error: Error) => Promise<void>;
  /** Asks for the permission to write a photo. Only inside a click. */
  readonly allowWriting: (owner: PhotoOwner) => Promise<void>;
  readonly about: About;
}

export interface About {
  readonly version: string;
  readonly service: DialectName;
  /** The proper name of the service. */
  readonly serviceTitle: string;
  readonly serviceUrl: string;
  /** Address where an administrator approves the reading permissions for everybody. */
  readonly consentUrl: string;
}

export const ServicesContext = createContext<Services | null>(null);
export const WordsContext = createContext<Words | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('The screens stand outside the ServicesContext');
  return services;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('The screens stand outside the WordsContext');
  return words;
}

/** The value of an observable; the component is drawn again when it changes. */
export function useObservable<T>(source: Observable<T>): T {
  const [subscribe, read] = useMemo(
    () => [(listener: () => void) => source.subscribe(listener), () => source.value] as const,
    [source],
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

/** CSS pixels in pixels of the screen that the pane stands on now. */
export function useDevicePixels(drawn: number): number {
  return devicePixels(
    drawn,
    useSyncExternalStore(onOtherScreen, () => window.devicePixelRatio),
  );
}

/** Tells when the pane is zoomed, or moved to a screen with other pixels. */
function onOtherScreen(listener: () => void): () => void {
  const leave = new AbortController();
  const watch = (): void => {
    const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const changed = (): void => {
      listener();
      watch();
    };
    query.addEventListener('change', changed, { once: true, signal: leave.signal });
  };
  watch();
  return () => leave.abort();
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

/** Whose photo to ask for: my own photo is asked for as mine, under whatever address I appear. */
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

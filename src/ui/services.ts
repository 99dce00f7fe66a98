import type { SignIn } from '../auth';
import { isSameAddress, type Observable } from '../base';
import type { ImageEditor } from '../editor';
import type { Mailbox, Person } from '../mailbox';
import {
  isMyAddress,
  type Addressee,
  type DialectName,
  type KnownPerson,
  type Me,
  type PhotoLibrary,
  type PhotoSize,
  type Portrait,
  type SizeList,
} from '../photos';
import { createContext, useContext, useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import type { ContactsUse } from './contacts/contactsUse';
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
  readonly allowWriting: (owner: Addressee) => Promise<void>;
  /** The choice to use the account's own contacts; null where the service has none. */
  readonly contacts: ContactsUse | null;
  /** Groups may be read, so that lists among the recipients may have a photo. */
  readonly readsGroups: boolean;
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
  /** The widest of these permissions: to read others' photos. It covers the own photo too. */
  readonly readingScopes: readonly string[];
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
export function usePortrait(owner: Addressee, drawn: number): Portrait {
  return useWatchedPhoto(owner, { pixels: useDevicePixels(drawn), withMetadata: true });
}

/** Requests the same photo, for a component whose photo comes before those of the components beside it. */
export function useWanted(owner: Addressee, drawn: number): void {
  useWantedPhoto(owner, { pixels: useDevicePixels(drawn), withMetadata: true });
}

/** The same without metadata, for the many that are drawn small. */
export function usePicture(owner: Addressee, drawn: number): Portrait {
  return useWatchedPhoto(owner, { pixels: useDevicePixels(drawn), withMetadata: false });
}

function useWatchedPhoto(owner: Addressee, { pixels, withMetadata }: PhotoSize): Portrait {
  const { library } = useServices();
  const { address } = owner;
  const photo = useMemo(
    () => library.watch({ address }, { pixels, withMetadata }),
    [library, address, pixels, withMetadata],
  );
  useWantedPhoto(owner, { pixels, withMetadata });
  return useObservable(photo);
}

/** React subscribes only after the paint; the photo is requested before it. */
function useWantedPhoto({ address }: Addressee, { pixels, withMetadata }: PhotoSize): void {
  const { library } = useServices();
  useLayoutEffect(
    () => library.want([{ address }], { pixels, withMetadata }),
    [library, address, pixels, withMetadata],
  );
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
export function useSizes(owner: Addressee): SizeList {
  const { library } = useServices();
  const { address } = owner;
  const sizes = useMemo(() => library.watchSizes({ address }), [library, address]);
  return useObservable(sizes);
}

/** Whether a person is the one whom the token is for; null while that is not known. */
export function useIsMine(person: Person, portrait: Portrait): boolean | null {
  const { library, mailbox } = useServices();
  const me = useObservable(library.me);
  const mailboxAddress = useObservable(mailbox.me)?.address ?? null;
  return isMine(person, portrait, { me, mailboxAddress });
}

/** What decides whether a person is the one whom the token is for. */
interface Identity {
  readonly me: Me | null;
  readonly mailboxAddress: string | null;
}

/** Null while it is not known. Before the first token, what an earlier pane has found out counts. */
function isMine(person: Person, portrait: Portrait, { me, mailboxAddress }: Identity): boolean | null {
  if (isMyAddress(me, person.address)) return true;
  const known = personIn(portrait);
  if (known?.kind === 'me') return me === null || known.id === (me.objectId ?? '');
  const isSettled = portrait.status === 'photo' || portrait.status === 'none';
  const mayBeMine = mailboxAddress === null || isSameAddress(person.address, mailboxAddress);
  return isSettled || !mayBeMine ? false : null;
}

/** The person in the directory behind a portrait; null where it is not known. */
export function personIn(portrait: Portrait): KnownPerson | null {
  if (portrait.status === 'photo' || portrait.status === 'none') return portrait.person;
  return portrait.status === 'failed' ? (portrait.stale?.result.person ?? null) : null;
}

/** What a person is called: as in the item, else as the answer with the photo says, else by the address. */
export function nameOf({ name, address }: Person, portrait: Portrait): string {
  return name || personIn(portrait)?.name || address;
}

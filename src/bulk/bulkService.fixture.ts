import { observable } from '../base';
import type { PhotoOwner, PhotoResult, PhotoService } from '../photos';
import type { Journal } from './journal';
import { createPhotoWriter, type PhotoWriter } from './photoWriter';
import type { RunPerson } from './runLine';

export const jpeg = (text: string): Blob => new Blob([Uint8Array.of(0xff, 0xd8, 0xff), text], { type: 'image/jpeg' });

export const people = (count: number): readonly RunPerson[] =>
  Array.from({ length: count }, (_none, index) => {
    const login = `p${index}@contoso.com`;
    return { id: `id-${index}`, displayName: `Person ${index}`, userPrincipalName: login, mail: login };
  });

/** What a write of a person leads to: an error, thrown before or after the photo is stored; `late`: it is shown later. */
export interface Fault {
  readonly error?: Error;
  readonly isStored?: boolean;
  readonly isLate?: boolean;
}

interface Held {
  readonly photo: Blob | null;
  readonly eTag: string;
}

/** A service that holds photos and counts the writes that it has stored. `wait`: before each answer. */
export class BulkService {
  readonly held = new Map<string, Held>();
  readonly stored = new Map<string, number>();
  /** What the next writes of a person lead to. */
  readonly faults = new Map<string, Fault[]>();
  readonly late: (() => void)[] = [];
  requests = 0;
  inFlight = 0;
  most = 0;
  /** Writes that were sent and not stored yet. */
  readonly pending = new Set<() => void>();
  readonly #wait: () => Promise<void>;
  #eTags = 0;

  constructor(wait: () => Promise<void> = () => Promise.resolve()) {
    this.#wait = wait;
  }

  put(id: string, photo: Blob | null): void {
    this.held.set(id, { photo, eTag: `"${++this.#eTags}"` });
  }

  async textOf({ id }: RunPerson): Promise<string | null> {
    return (await this.held.get(id)?.photo?.text())?.slice(3) ?? null;
  }

  service(): PhotoService {
    // Groups are held apart from people.
    const idOf = (owner: PhotoOwner): string =>
      owner === 'me' ? 'me' : 'groupId' in owner ? `group ${owner.groupId}` : owner.address;
    return {
      me: observable(null),
      people: null,
      isShown: () => Promise.resolve(true),
      identifyMe: () => Promise.resolve(),
      endPauses: () => undefined,
      listSizes: () => Promise.resolve([]),
      getMetadata: (owner) => this.#read(idOf(owner)).then((one) => (one.kind === 'photo' ? metadataOf(one) : none)),
      getPhoto: (owner) => this.#read(idOf(owner)),
      setPhoto: (owner, photo) => this.#write(idOf(owner), photo),
      removePhoto: (owner) => this.#write(idOf(owner), null),
    };
  }

  writer(): PhotoWriter {
    const cache = { find: () => Promise.resolve(null), save: () => Promise.resolve(), remove: () => Promise.resolve() };
    // No picture can be decoded here: the bytes alone are compared.
    const thumbnail = (): Promise<never> => Promise.reject(new Error('No decoder'));
    return createPhotoWriter(this.service(), { account: observable(null), of: () => cache }, thumbnail);
  }

  async #read(id: string): Promise<PhotoResult> {
    this.requests++;
    await this.#wait();
    const one = this.held.get(id);
    if (!one?.photo) return none;
    const metadata = { id: '648x648', width: 648, height: 648, contentType: 'image/jpeg', eTag: one.eTag };
    return { kind: 'photo', picture: one.photo, metadata };
  }

  async #write(id: string, photo: Blob | null): Promise<void> {
    this.requests++;
    this.most = Math.max(this.most, ++this.inFlight);
    const { error, isStored = !error, isLate = false } = this.faults.get(id)?.shift() ?? {};
    const store = (): void => {
      this.pending.delete(store);
      this.stored.set(id, (this.stored.get(id) ?? 0) + 1);
      if (isLate) this.late.push(() => this.put(id, photo));
      else this.put(id, photo);
    };
    if (isStored) this.pending.add(store);
    await this.#wait();
    if (this.pending.has(store)) store();
    this.inFlight--;
    if (error) throw error;
  }
}

const none = { kind: 'none', reason: 'notSet' } as const;

function metadataOf(result: Extract<PhotoResult, { kind: 'photo' }>) {
  if (!result.metadata) throw new Error('No metadata');
  return result.metadata;
}

/** The journal or writer of a window: after `close`, nothing that it was asked for comes to an end. */
export function ofWindow<Type extends Journal | PhotoWriter>(target: Type, isClosed: () => boolean): Type {
  const never = new Promise<never>(() => undefined);
  return new Proxy(target, {
    get: (_target, name) => {
      const method: unknown = Reflect.get(target, name, target);
      if (typeof method !== 'function') return method;
      return (...values: unknown[]): unknown => {
        if (isClosed()) return never;
        const result: unknown = Reflect.apply(method, target, values);
        return result instanceof Promise ? result.then((value: unknown) => (isClosed() ? never : value)) : result;
      };
    },
  });
}

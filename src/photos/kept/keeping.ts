import DataLoader from 'dataloader';
import { ownerKey } from '../key';
import type { Photo, NoPhoto, PhotoAnswer, PhotoOwner, PhotoService } from '../service';
import type { Kept, KeptAnswer, KeptStore } from './store';

/** Whose mailbox the photos are read for: nobody else sees them. */
export interface Account {
  readonly address: string;
  /** Null where the host does not tell, or not yet. */
  readonly tenantId: string | null;
}

/** An answer with its age. */
export interface Copy {
  readonly answer: Photo | NoPhoto;
  /** Milliseconds since 1970. */
  readonly readAt: number;
  /** What the picture was read for, in device pixels; Infinity for the largest there is. */
  readonly pixels: number;
}

/** A photo service whose answers are kept on this machine. */
export interface KeepingService extends PhotoService {
  /** The copy of somebody's photo; null where there is none that may still be shown. Never asks the network. */
  find(owner: PhotoOwner): Promise<Copy | null>;
  /** Writes down what is known of somebody now. */
  keep(owner: PhotoOwner, copy: Copy): Promise<void>;
  count(): Promise<Kept>;
  clear(): Promise<void>;
}

/**
 * Keeps what `service` answers in `store`, for the account that is here. While the account is unknown nothing is kept
 * and nothing is found. `place` tells one service from another.
 */
export function keeping(
  service: PhotoService,
  store: KeptStore,
  place: string,
  account: () => Account | null,
): KeepingService {
  /** Addresses are personal: only their digest is written down, and it cannot be read back from another account. */
  const keyOf = async (owner: PhotoOwner): Promise<string | null> => {
    const mine = account();
    if (!mine) return null;
    const text = [place, mine.address.normalize('NFC').toLowerCase(), ownerKey(owner)].join('\n');
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };

  const keep = async (owner: PhotoOwner, { answer, readAt, pixels }: Copy): Promise<void> => {
    const key = await keyOf(owner);
    if (key === null) return;
    const tenant = account()?.tenantId ?? null;
    // A wide picture is not given away for a narrow one that was read while it still counts.
    const held = (await store.find([key]))[0]?.answer;
    if (held?.kind === 'photo' && answer.kind === 'photo' && held.pixels > pixels && !answer.metadata) return;
    if (answer.kind === 'none') return store.put(key, { readAt, tenant, answer });
    const { picture, metadata } = answer;
    const bytes = await picture.arrayBuffer();
    return store.put(key, { readAt, tenant, answer: { kind: 'photo', type: picture.type, bytes, pixels, metadata } });
  };

  const copyOf = (kept: KeptAnswer | null | undefined): Copy | null => {
    const tenant = account()?.tenantId ?? null;
    if (!kept || (kept.tenant !== null && tenant !== null && kept.tenant !== tenant)) return null;
    const { answer, readAt } = kept;
    if (answer.kind === 'none') return { answer, readAt, pixels: Infinity };
    const { bytes, type, metadata, pixels } = answer;
    return { answer: { kind: 'photo', picture: new Blob([bytes], { type }), metadata }, readAt, pixels };
  };

  /** Looked up together and found together: what is missing can then be asked for together too. */
  const finding = new DataLoader<PhotoOwner, Copy | null>(
    async (owners) => {
      const keys = await Promise.all(owners.map(keyOf));
      const found = await store.find(keys.map((key) => key ?? ''));
      return keys.map((key, index) => (key === null ? null : copyOf(found[index])));
    },
    // What is asked in one go is together by then; a timer would hold the face up.
    { cache: false, batchScheduleFn: (go) => queueMicrotask(go) },
  );

  const forget = async (owner: PhotoOwner): Promise<void> => {
    const key = await keyOf(owner);
    if (key !== null) await store.forget(key);
  };

  return {
    getMetadata: (owner, options) => service.getMetadata(owner, options),
    listSizes: (owner, options) => service.listSizes(owner, options),

    async getPhoto(owner, options = {}): Promise<PhotoAnswer> {
      const answer = await service.getPhoto(owner, options);
      // Not waited for: the face is not held up by the disk.
      if (answer.kind !== 'unchanged') {
        void keep(owner, { answer, readAt: Date.now(), pixels: options.pixels ?? Infinity });
      }
      return answer;
    },

    async setPhoto(owner, jpeg, options) {
      await forget(owner);
      return service.setPhoto(owner, jpeg, options);
    },

    removePhoto:
      service.removePhoto &&
      (async (owner, options) => {
        await forget(owner);
        return service.removePhoto?.(owner, options);
      }),

    find: (owner) => finding.load(owner),

    keep,
    count: () => store.count(),
    clear: () => store.clear(),
  };
}

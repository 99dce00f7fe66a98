import DataLoader from 'dataloader';
import type { Observable } from '../../base';
import { ownerKey } from '../key';
import type { NoPhoto, Photo, PhotoOwner, PhotoService } from '../service';
import type { KeptAnswer, Replaced } from './answer';
import type { Kept, KeptStore } from './store';

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

/** A copy as it lay on this machine. */
export interface KeptCopy extends Copy {
  /** Id of the tenant it was read in; null where that was not known. */
  readonly tenant: string | null;
  readonly replaced: Replaced | null;
}

/** The place of one person's copy, for the account that was there when it was asked for. */
export interface Shelf {
  /** The copy; null where there is none that may still be shown. Never asks the network. */
  find(): Promise<KeptCopy | null>;
  /** Writes down what is known now, unless all was forgotten meanwhile. */
  keep(copy: Copy, replaced: Replaced | null): Promise<void>;
  forget(): Promise<void>;
}

/** A photo service, and what is kept of its answers on this machine. */
export interface KeepingService extends PhotoService {
  /** Null while nobody knows whose mailbox it is: then nothing is kept and nothing is found. */
  readonly account: Observable<Account | null>;
  shelf(owner: PhotoOwner): Shelf;
  /** Of the account that is here. */
  count(): Promise<Kept>;
  /** Of the account that is here. */
  clear(): Promise<void>;
}

/** Keeps what is known of people in `store`, for the account that is here. `place` tells one service from another. */
export function keeping(
  service: PhotoService,
  store: KeptStore,
  place: string,
  account: Observable<Account | null>,
): KeepingService {
  /** Looked up together and found together: what is missing can then be asked for together too. */
  const finding = new DataLoader<() => Promise<string>, KeptAnswer | null>(
    async (keys) => store.find(await Promise.all(keys.map((key) => key()))),
    // What is asked in one go is together by then; a timer would hold the face up.
    { cache: false, batchScheduleFn: (go) => queueMicrotask(go) },
  );

  /** Tenants decide where both sides are known; a copy that was read before its own was known serves for that long only. */
  const isFor = ({ tenantId }: Account, { tenant }: KeptAnswer): boolean => tenantId === null || tenant === tenantId;

  const shelf = (owner: PhotoOwner): Shelf => {
    const mine = account.value;
    const { generation } = store;
    if (!mine) return nowhere;
    let digest: Promise<string> | null = null;
    // Made when it is first needed.
    const key = (): Promise<string> => (digest ??= digestOf([place, addressOf(mine), ownerKey(owner)]));
    return {
      async find() {
        const kept = await finding.load(key);
        return kept && isFor(mine, kept) ? copyOf(kept) : null;
      },
      async keep({ answer, readAt, pixels }, replaced) {
        const [address, whose] = await Promise.all([key(), digestOf([addressOf(mine)])]);
        // The tenant may have been learnt meanwhile, of the same mailbox.
        const now = account.value;
        const tenant = now && addressOf(now) === addressOf(mine) ? now.tenantId : mine.tenantId;
        const base = { readAt, tenant, ...(replaced && { replaced }) };
        const put = (kept: KeptAnswer['answer']): Promise<void> =>
          store.put({ key: address, whose }, { ...base, answer: kept }, generation);
        if (answer.kind === 'none') return put(answer);
        const { picture, metadata } = answer;
        return put({ kind: 'photo', type: picture.type, bytes: await picture.arrayBuffer(), pixels, metadata });
      },
      forget: async () => store.forget(await key()),
    };
  };

  const whose = async (): Promise<string | null> => account.value && digestOf([addressOf(account.value)]);

  return {
    ...service,
    account,
    shelf,
    async count() {
      const mine = await whose();
      return mine === null ? { people: 0, bytes: 0 } : store.count(mine);
    },
    async clear() {
      const mine = await whose();
      if (mine !== null) await store.clear(mine);
    },
  };
}

const nowhere: Shelf = {
  find: () => Promise.resolve(null),
  keep: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

function copyOf({ answer, readAt, tenant, replaced }: KeptAnswer): KeptCopy {
  const base = { readAt, tenant, replaced: replaced ?? null };
  if (answer.kind === 'none') return { ...base, answer, pixels: Infinity };
  const { bytes, type, metadata, pixels } = answer;
  return { ...base, answer: { kind: 'photo', picture: new Blob([bytes], { type }), metadata }, pixels };
}

/** One mailbox, one text, however its address is written. */
export function addressOf({ address }: Account): string {
  return address.normalize('NFC').trim().toLowerCase();
}

/** Addresses are personal: only their digest is written down, and it cannot be read back from another account. */
async function digestOf(words: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(words.join('\n'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

import {
  eTagOf,
  type Addressee,
  type NoPhoto,
  type Photo,
  type PhotoResult,
  type PhotoService,
} from '../api/photoService';
import { addressInKey, ownerKey } from '../api/userKeys';
import type { PersonCache } from '../cache/accountCache';
import type { Copy, ReplacedPhoto } from '../cache/copy';
import { policy } from '../policy';
import { saveAndProve, type SaveOptions, type SaveResult } from './saveAndProve';
import type { Session } from './session';
import { UnprovenSaveError } from './unprovenSaveError';

/** What a save needs around it. */
export interface SaveContext {
  readonly service: PhotoService;
  readonly cache: { of(owner: Addressee): PersonCache };
  readonly session: Session;
  readonly copies: { replaceAll(key: string, copy: Copy): Promise<void> };
  /** The sizes of these people are read again. */
  readonly expireSizes: (keys: readonly string[]) => void;
}

/**
 * Sets a person's photo, or removes it (`jpeg` null), proves it, and shows it in every size. Where another program has
 * changed the photo meanwhile, that photo is shown. Saving `before` of the result again is the undo.
 * @throws as `saveAndProve`.
 */
export async function savePhoto(
  context: SaveContext,
  owner: Addressee,
  jpeg: Blob | null,
  options: Omit<SaveOptions, 'onWritten' | 'isCurrent'> = {},
): Promise<SaveResult> {
  const { service, cache, session } = context;
  const key = ownerKey(owner);
  // Of the account of this moment: a late answer is neither kept for another account nor shown to it.
  const personCache = cache.of(owner);
  const { number } = session;
  const isCurrent = (): boolean => number === session.number;
  const onWritten: SaveOptions['onWritten'] = (response) => {
    if (isCurrent()) session.setLastWrite(key, response);
  };
  // Whatever the outcome: no later pane finds the photo from before, under any address.
  await Promise.all([personCache, ...otherCaches(context, key)].map((one) => one.remove()));
  const show = (shown: Photo | NoPhoto, before: PhotoResult | null): Promise<void> =>
    keepAndShow(context, { key, personCache, number, shown, before });
  try {
    const saved = await saveAndProve(service, owner, jpeg, { ...options, onWritten, isCurrent });
    await show(saved.now, saved.before);
    return saved;
  } catch (error) {
    if (error instanceof UnprovenSaveError && error.held) await show(error.held, null);
    throw error;
  }
}

interface Shown {
  readonly key: string;
  readonly personCache: PersonCache;
  /** Of the session in which the save began. */
  readonly number: number;
  readonly shown: Photo | NoPhoto;
  /** What a save has replaced; null where it has replaced nothing. */
  readonly before: PhotoResult | null;
}

async function keepAndShow(context: SaveContext, { key, personCache, number, shown, before }: Shown): Promise<void> {
  const { service, session, copies } = context;
  const person = before?.person ?? shown.person;
  // Meanwhile the use of contacts or groups has ended: what was saved is not shown.
  if (person && !(await service.isShown(person))) return;
  const isSameSession = number === session.number;
  const replaced = before && replacedBy(before, shown);
  const copy: Copy = {
    result: { ...shown, ...(person && { person }) },
    pixels: Infinity,
    readAt: Date.now(),
    origin: 'service',
    session: number,
    tenantId: null,
  };
  void personCache.save(copy, replaced ?? (isSameSession ? session.replacedBy(key) : null));
  if (!isSameSession) return;
  if (replaced) session.setReplaced(key, replaced);
  await copies.replaceAll(key, copy);
  context.expireSizes(session.keysLike(key));
}

/** The caches of the same person's other addresses. */
function otherCaches({ cache, session }: SaveContext, key: string): readonly PersonCache[] {
  const others = session.keysLike(key).filter((one) => one !== key);
  return others.map((one) => cache.of({ address: addressInKey(one) }));
}

/** What a save has replaced; null where the photo is the same as before. */
function replacedBy(before: PhotoResult, now: Photo | NoPhoto): ReplacedPhoto | null {
  const eTag = eTagOf(before);
  const isAnother = now.kind === 'none' || eTag === null || eTagOf(now) !== eTag;
  return isAnother ? { eTag, until: Date.now() + policy.replacedFor } : null;
}

import { eTagOf, type Addressee, type PhotoResult, type PhotoService } from '../api/photoService';
import { summaryInError, UnexpectedAnswerError } from '../api/errors';
import { ownerKey } from '../api/userKeys';
import type { PersonCache } from '../cache/accountCache';
import type { Copy } from '../cache/copy';
import { bestCopy, covers, isReplaced, latestFirst, type PhotoSize } from './copies';
import type { Session } from './session';

/** What a read needs around it. */
export interface ReadContext {
  readonly service: PhotoService;
  readonly cache: { of(owner: Addressee): PersonCache };
  readonly session: Session;
  readonly copies: {
    of(key: string): readonly Copy[];
    showMeanwhile(key: string, size: PhotoSize, copy: Copy): void;
    share(key: string, copy: Copy, readFor: PhotoSize): void;
  };
  /** The pixels of the shorter side of a picture; 0 where it cannot be drawn. */
  readonly shorterSide: (picture: Blob) => Promise<number>;
  /** Resolves when the service may be requested; rejects with the signal's reason at its abort. */
  readonly debounce: (signal: AbortSignal) => Promise<void>;
}

/**
 * Reads a person's photo: the copies in memory, the cache, then, after a debounce, the service. The answer is stored in
 * the cache and shared with the person's other sizes.
 * @throws PhotoServiceError, HttpError, token errors; the signal's own reason when it aborts.
 */
export async function readPhoto(
  context: ReadContext,
  owner: Addressee,
  size: PhotoSize,
  signal: AbortSignal,
): Promise<Copy> {
  const { session, copies } = context;
  const key = ownerKey(owner);
  // Of the account of this moment: a late answer is not stored for another account.
  const personCache = context.cache.of(owner);
  const known = await findCopies(context, key, size, personCache);
  signal.throwIfAborted();
  const best = bestCopy(known, size);
  if (best && session.freshFor(key, best) > 0) return best;
  const stale = best ?? latestFirst(known)[0];
  if (stale) copies.showMeanwhile(key, size, stale);
  await context.debounce(signal);
  signal.throwIfAborted();
  const copy = await requestPhoto(context, owner, size, stale, signal);
  // Not awaited: the face does not wait for the disk.
  if (isAnswer(copy)) void personCache.save(copy, session.replacedBy(key));
  copies.share(key, copy, size);
  return copy;
}

/** The copies in memory; where none of them is enough, the one in the cache too. */
async function findCopies(
  { service, session, copies, shorterSide }: ReadContext,
  key: string,
  size: PhotoSize,
  personCache: PersonCache,
): Promise<readonly Copy[]> {
  const inMemory = copies.of(key);
  if (bestCopy(inMemory, size)) return inMemory;
  const cached = await personCache.find(session.number);
  if (!cached) return inMemory;
  const { result } = cached.copy;
  if (result.kind === 'photo' && (await shorterSide(result.picture)) < 2) return inMemory;
  const { person } = result;
  if (person && !(await service.isShown(person))) return inMemory;
  linkPerson(session, key, result);
  if (cached.replaced && !session.replacedBy(key)) session.setReplaced(key, cached.replaced);
  return [...inMemory, cached.copy];
}

/** Requests the photo from the service; `stale` is the copy that is shown meanwhile. */
async function requestPhoto(
  { service, session, shorterSide }: ReadContext,
  owner: Addressee,
  size: PhotoSize,
  stale: Copy | undefined,
  signal: AbortSignal,
): Promise<Copy> {
  const key = ownerKey(owner);
  const { pixels, withMetadata } = size;
  const replaced = session.replacedBy(key);
  const sessionNumber = session.number;
  const isComparable = stale && covers(stale, size) && session.isCurrent(key, stale);
  const eTag = isComparable ? eTagOf(stale.result) : null;
  // Only its eTag distinguishes a photo from the one that it replaced.
  const pictureOnly = !withMetadata && eTag === null && replaced === null;
  const onResponse = session.setLastResponse.bind(session, key);
  const knownAs = stale?.result.person;
  const again = stale !== undefined && !session.isCurrent(key, stale);
  const options = {
    ...{ pixels, pictureOnly, signal, onResponse, again },
    ...(eTag !== null && { eTag }),
    ...(knownAs && { knownAs }),
  };
  const answer = await service.getPhoto(owner, options).catch((error: unknown) => {
    if (!signal.aborted) session.setLastResponse(key, summaryInError(error));
    throw error;
  });
  const side = answer.kind === 'photo' ? await shorterSide(answer.picture) : 2;
  const summary = { status: 200, code: '', requestId: '', ...session.lastResponse(key)?.response };
  if (side === 0) throw new UnexpectedAnswerError(summary, null);
  // A single pixel stands for no photo, as in the metadata.
  const result = side === 1 ? ({ ...answer, kind: 'none', reason: 'notSet' } as const) : answer;
  linkPerson(session, key, result);
  const read = { readAt: Date.now(), origin: 'service', session: sessionNumber, tenantId: null } as const;
  if (stale && (result.kind === 'unchanged' || (replaced && isReplaced(result, replaced)))) {
    return { ...stale, ...read, ...(result.person && { result: { ...stale.result, person: result.person } }) };
  }
  if (result.kind === 'unchanged') throw new TypeError('Only a copy can be unchanged');
  return { result, pixels, ...read };
}

/** Whether it is worth keeping: the service was requested, and the answer does not depend on a choice. */
function isAnswer({ result }: Copy): boolean {
  return result.kind === 'photo' || (result.reason !== 'noAddress' && result.reason !== 'contactNotUnique');
}

/** Connects the addresses that are known to be of one person, so that all of them show the same photo. */
function linkPerson(session: Session, key: string, { person }: PhotoResult): void {
  if (!person) return;
  const personId = person.id || 'me';
  for (const one of [key, ...person.addresses.map((address) => ownerKey({ address }))])
    session.setPerson(one, personId);
}

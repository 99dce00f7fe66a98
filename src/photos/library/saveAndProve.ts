import { ThrottledError, TimeoutError, UnreachableError } from '../../http';
import { isTransientError, PictureRefusedError, type ResponseSummary } from '../api/errors';
import {
  eTagOf,
  isNoPhoto,
  type NoPhoto,
  type Photo,
  type PhotoMetadata,
  type PhotoOwner,
  type PhotoResult,
  type PhotoService,
} from '../api/photoService';
import { isSamePicture, thumbnailOf, type Thumbnail } from './samePicture';
import { UnprovenSaveError } from './unprovenSaveError';

export interface SaveOptions {
  /** Width and height of the new photo, for as long as the service does not report them. */
  readonly pixels?: number;
  /**
   * The eTag of the photo that is to be replaced, null: none is there. Another one is a change elsewhere, and nothing is
   * written.
   */
  readonly replaces?: string | null;
  readonly signal?: AbortSignal;
  /** Whether the account is the one that began: another one's token reads another person's photo. */
  readonly isCurrent?: () => boolean;
  /** Called with the photo that will be replaced, before anything is written; a failure of it ends the save. */
  readonly onBefore?: (before: PhotoResult) => Promise<void>;
  /** Called before each step, to show progress. */
  readonly onStep?: (step: 'sending' | 'checking') => void;
  /** Called with the response to each write; null where a write got none. */
  readonly onWritten?: (response: ResponseSummary | null) => void;
  /** Decodes a picture for the comparison; the browser's own decoder by default. */
  readonly thumbnail?: Thumbnail;
}

export interface SaveResult {
  /** The photo before the save, in its largest size. */
  readonly before: PhotoResult;
  /** What is shown from now on. */
  readonly now: SavedPhoto | NoPhoto;
  /** The service holds this very picture, or none after a removal; false: it accepted the change and does not show it yet. */
  readonly proven: boolean;
}

export type SavedPhoto = Photo & { readonly metadata: PhotoMetadata };

/** How often the photo is read back while other programs change it. */
const maxReads = 3;

/**
 * Sets a photo (`jpeg`) or removes it (null), then reads back what the service holds: see docs/decisions/0024. A 404 that
 * is no matter of size is answered by the same write once more.
 * @throws UnprovenSaveError where the service may hold another photo; the failure of the write where nothing was changed.
 */
export async function saveAndProve(
  service: PhotoService,
  owner: PhotoOwner,
  jpeg: Blob | null,
  options: SaveOptions,
): Promise<SaveResult> {
  const { pixels = 0, replaces, signal, thumbnail = thumbnailOf } = options;
  options.onStep?.('sending');
  const before = await service.getPhoto(owner, signal ? { signal } : {});
  if (replaces !== undefined && before.kind !== 'unchanged' && eTagOf(before) !== replaces) {
    throw new UnprovenSaveError('changedElsewhere', before, null);
  }
  await options.onBefore?.(before);
  const write = (): Promise<Attempt> => attempt(service, owner, jpeg, options);
  const first = await write();
  const outcomeOf = ({ held }: Attempt): Promise<Outcome> => compare(held, jpeg, before, thumbnail);
  const isRepeated = isNotFound(first.failure) && (await outcomeOf(first)) === 'before';
  if (isRepeated) options.onStep?.('sending');
  const last = isRepeated ? await write() : first;
  const { failure, held } = last;
  const outcome = await outcomeOf(last);
  if (held && outcome === 'saved') return { before, now: held, proven: true };
  if (outcome === 'another' || isConflict(failure)) throw new UnprovenSaveError('changedElsewhere', held, failure);
  if (failure && outcome === 'unknown' && isOutcomeUnknown(failure))
    throw new UnprovenSaveError('unknown', null, failure);
  if (failure) throw failure;
  return { before, now: jpeg ? unconfirmed(jpeg, pixels) : { kind: 'none', reason: 'notSet' }, proven: false };
}

/** One write, and what the service held afterwards. */
interface Attempt {
  readonly failure: Error | null;
  /** Null where it could not be read. */
  readonly held: SavedPhoto | NoPhoto | null;
}

/** @throws where the write was certainly refused for a reason. */
async function attempt(
  service: PhotoService,
  owner: PhotoOwner,
  jpeg: Blob | null,
  options: SaveOptions,
): Promise<Attempt> {
  const failure = await send(service, owner, jpeg, options);
  if (failure && !isOutcomeUnknown(failure) && !isConflict(failure) && !isNotFound(failure)) throw failure;
  options.onStep?.('checking');
  const { isCurrent = () => true } = options;
  // After a success a failed read is no failure; after a failure, that one counts.
  const held = isCurrent() ? await readBack(service, owner).catch(() => null) : null;
  return { failure, held: isCurrent() ? held : null };
}

/** The failure of a write; null: it was accepted. @throws what is no Error. */
async function send(
  service: PhotoService,
  owner: PhotoOwner,
  jpeg: Blob | null,
  { signal, onWritten }: SaveOptions,
): Promise<Error | null> {
  const options = { ...(signal && { signal }), ...(onWritten && { onResponse: onWritten }) };
  try {
    if (jpeg) await service.setPhoto(owner, jpeg, options);
    else await service.removePhoto?.(owner, options);
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof UnreachableError || error instanceof TimeoutError) onWritten?.(null);
    return error;
  }
}

/** Whether the service may have changed the photo all the same: a browser may even have sent the request twice. */
function isOutcomeUnknown(error: Error): boolean {
  // Throttled requests were certainly refused.
  return isTransientError(error) && !(error instanceof ThrottledError);
}

/** Another program has changed the photo, says the service. */
function isConflict(error: Error | null): boolean {
  return error instanceof PictureRefusedError && (error.status === 409 || error.status === 412);
}

/** Services answer so for a while to pictures that they accept later. */
function isNotFound(error: Error | null): boolean {
  return error instanceof PictureRefusedError && error.reason === 'unclear' && error.status === 404;
}

/**
 * The photo that the service holds: a picture that was read between two equal reads of its eTag. Null where other programs
 * keep changing it.
 */
async function readBack(service: PhotoService, owner: PhotoOwner): Promise<SavedPhoto | NoPhoto | null> {
  for (let reads = 0; reads < maxReads; reads++) {
    const metadata = await service.getMetadata(owner);
    if (isNoPhoto(metadata)) return metadata;
    const photo = await service.getPhoto(owner, { pictureOnly: true });
    const after = await service.getMetadata(owner);
    const isSettled = !isNoPhoto(after) && after.eTag === metadata.eTag;
    if (isSettled && photo.kind === 'photo') return { ...photo, metadata };
  }
  return null;
}

/** What the service holds after a write: the new photo, the one from before, or another one. */
type Outcome = 'saved' | 'before' | 'another' | 'unknown';

async function compare(
  held: SavedPhoto | NoPhoto | null,
  jpeg: Blob | null,
  before: PhotoResult,
  thumbnail: Thumbnail,
): Promise<Outcome> {
  if (!held) return 'unknown';
  if (isNoPhoto(held)) {
    if (jpeg === null) return 'saved';
    return before.kind === 'none' ? 'before' : 'another';
  }
  if (jpeg && (await isSamePicture(held.picture, jpeg, thumbnail))) return 'saved';
  if (before.kind !== 'photo') return 'another';
  const [eTag, eTagBefore] = [eTagOf(held), eTagOf(before)];
  const isBefore =
    eTag !== null && eTagBefore !== null
      ? eTag === eTagBefore
      : await isSamePicture(held.picture, before.picture, thumbnail);
  return isBefore ? 'before' : 'another';
}

/** A photo that the service accepted but does not show yet. */
function unconfirmed(jpeg: Blob, pixels: number): SavedPhoto {
  return {
    kind: 'photo',
    picture: jpeg,
    metadata: { id: '', width: pixels, height: pixels, contentType: jpeg.type, eTag: null },
  };
}

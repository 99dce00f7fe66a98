import { ThrottledError } from '../../http';
import { isTransientError } from '../api/errors';
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

export interface SaveOptions {
  /** Width and height of the new photo, for as long as the service does not report them. */
  readonly pixels?: number;
  readonly signal?: AbortSignal;
  /** Called before each step, to show progress. */
  readonly onStep?: (step: 'sending' | 'checking') => void;
  /** The latest known answer, with the eTag that an earlier save was proven by. */
  readonly last?: PhotoResult;
}

export interface SaveResult {
  /** The photo before the save, in its largest size. */
  readonly before: PhotoResult;
  /** What is shown from now on. */
  readonly now: SavedPhoto | NoPhoto;
  /** The service was read afterwards and reports the new photo; false: it accepted it, but does not report it yet. */
  readonly proven: boolean;
}

export type SavedPhoto = Photo & { readonly metadata: PhotoMetadata };

/**
 * Sets a photo (`jpeg`) or removes it (null), then reads back what the service holds. After a failure that leaves open
 * whether the write was done, what is read back decides.
 * @throws the failure of the write, once it is certain that nothing was changed, or that this cannot be determined.
 */
export async function saveAndProve(
  service: PhotoService,
  owner: PhotoOwner,
  jpeg: Blob | null,
  { pixels = 0, signal, onStep, last }: SaveOptions,
): Promise<SaveResult> {
  const options = signal ? { signal } : {};
  onStep?.('sending');
  const before = await service.getPhoto(owner, options);
  const failure = await write(service, owner, jpeg, options);
  onStep?.('checking');
  const held = await readBack(service, owner, failure);
  const isChanged = held !== null && heldETag(held) !== eTagOf(before);
  if (failure && !isChanged) throw failure;
  if (!jpeg) return { before, now: { kind: 'none', reason: 'notSet' }, proven: held !== null && isNoPhoto(held) };
  const proven = isChanged || (held !== null && (await isPictureOf(heldETag(held), jpeg, [before, last])));
  const metadata = proven && !isNoPhoto(held) ? held : unconfirmed(jpeg, pixels);
  return { before, now: { kind: 'photo', picture: jpeg, metadata }, proven };
}

/**
 * Returns a failure after which the service may or may not have changed the photo: a browser may even have sent the
 * request twice. @throws every other failure.
 */
async function write(
  service: PhotoService,
  owner: PhotoOwner,
  jpeg: Blob | null,
  options: { readonly signal?: AbortSignal },
): Promise<Error | null> {
  try {
    if (jpeg) await service.setPhoto(owner, jpeg, options);
    else await service.removePhoto?.(owner, options);
    return null;
  } catch (error) {
    if (error instanceof Error && isOutcomeUnknown(error)) return error;
    throw error;
  }
}

/** Throttled requests were certainly refused. */
function isOutcomeUnknown(error: Error): boolean {
  return isTransientError(error) && !(error instanceof ThrottledError);
}

/** Null where it cannot be read: after a certain success that is no failure. @throws `failure` where there was one. */
async function readBack(
  service: PhotoService,
  owner: PhotoOwner,
  failure: Error | null,
): Promise<PhotoMetadata | NoPhoto | null> {
  try {
    return await service.getMetadata(owner);
  } catch {
    if (failure) throw failure;
    return null;
  }
}

/**
 * A picture saved once more gets no new eTag: the service holds it when its eTag belongs to these very bytes in a known
 * answer.
 */
async function isPictureOf(
  eTag: string | null,
  jpeg: Blob,
  known: readonly (PhotoResult | undefined)[],
): Promise<boolean> {
  if (eTag === null) return false;
  for (const result of known) {
    if (result?.kind === 'photo' && eTagOf(result) === eTag && (await isSamePicture(result.picture, jpeg))) return true;
  }
  return false;
}

async function isSamePicture(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size) return false;
  const [bytes, otherBytes] = await Promise.all([bytesOf(one), bytesOf(other)]);
  return bytes.every((byte, index) => byte === otherBytes[index]);
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

function heldETag(held: PhotoMetadata | NoPhoto): string | null {
  return isNoPhoto(held) ? null : held.eTag;
}

/** The metadata of a photo that the service accepted but does not report yet. */
function unconfirmed(jpeg: Blob, pixels: number): PhotoMetadata {
  return { id: '', width: pixels, height: pixels, contentType: jpeg.type, eTag: null };
}

import type { NoPhoto, PhotoAnswer, PhotoMetadata, PhotoOwner, PhotoService, WholePhoto } from './service';

export interface SaveOptions {
  /** Width and height of the new photo, for as long as the service does not tell it yet. */
  readonly pixels?: number;
  readonly signal?: AbortSignal;
  /** Tells what is being done, for the person who waits. */
  readonly onStep?: (step: 'sending' | 'checking') => void;
  /** What the last save put there, with the eTag that proved it. */
  readonly last?: PhotoAnswer;
}

export interface Saved {
  /** The photo there was, the largest of it. */
  readonly before: PhotoAnswer;
  /** What is shown from now on. */
  readonly now: WholePhoto | NoPhoto;
  /** The service was read afterwards and tells the new photo; false: it took it, but does not tell it yet. */
  readonly proven: boolean;
}

/** Failures after which the service may or may not have done what was asked (a browser may even have sent it twice). */
const unclear = new Set(['UnreachableError', 'TimeoutError', 'ServiceError', 'UnexpectedAnswerError']);

/**
 * Sets a photo (`jpeg`) or removes it (null), then reads back what the service holds now. After a failure that leaves
 * open whether it was done, what is read back decides.
 * @throws the failure of the write, once it is certain that nothing was changed, or that this cannot be found out.
 */
export async function saveAndProve(
  service: PhotoService,
  owner: PhotoOwner,
  jpeg: Blob | null,
  { pixels = 0, signal, onStep, last }: SaveOptions,
): Promise<Saved> {
  const options = signal ? { signal } : {};
  onStep?.('sending');
  const before = await service.getPhoto(owner, options);
  let failure: Error | null = null;
  try {
    if (jpeg) await service.setPhoto(owner, jpeg, options);
    else await service.removePhoto?.(owner, options);
  } catch (error) {
    if (!(error instanceof Error) || !unclear.has(error.name)) throw error;
    failure = error;
  }
  onStep?.('checking');
  const held = await readBack(service, owner, failure);
  const isChanged = held !== null && eTagOf(held) !== eTagOf(before);
  if (failure && !isChanged) throw failure;
  if (!jpeg) return { before, now: { kind: 'none', reason: 'notSet' }, proven: held?.kind === 'none' };
  const proven = isChanged || (held !== null && (await isOf(jpeg, eTagOf(held), [before, last])));
  const metadata = proven && held.kind === 'metadata' ? held.metadata : expected(jpeg, pixels);
  return { before, now: { kind: 'photo', picture: jpeg, metadata }, proven };
}

/** The picture that was there already has no new eTag: the service holds it when its own eTag is of these very bytes. */
async function isOf(jpeg: Blob, eTag: string | null, known: readonly (PhotoAnswer | undefined)[]): Promise<boolean> {
  if (eTag === null) return false;
  for (const one of known) {
    if (one?.kind === 'photo' && eTagOf(one) === eTag && (await isSame(one.picture, jpeg))) return true;
  }
  return false;
}

async function isSame(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size) return false;
  const [bytes, others] = await Promise.all([bytesOf(one), bytesOf(other)]);
  return bytes.every((byte, index) => byte === others[index]);
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

type Held = NoPhoto | { readonly kind: 'metadata'; readonly metadata: PhotoMetadata };

/** Null where it cannot be read: after a clear success that is no failure. @throws `failure` where there was one. */
async function readBack(service: PhotoService, owner: PhotoOwner, failure: Error | null): Promise<Held | null> {
  try {
    const answer = await service.getMetadata(owner);
    return 'kind' in answer ? answer : { kind: 'metadata', metadata: answer };
  } catch {
    if (failure) throw failure;
    return null;
  }
}

function eTagOf(answer: PhotoAnswer | Held): string | null {
  return answer.kind === 'none' ? null : (answer.metadata?.eTag ?? null);
}

/** What will be told of a photo that the service took but does not tell yet. */
function expected(jpeg: Blob, pixels: number): PhotoMetadata {
  return { id: '', width: pixels, height: pixels, contentType: jpeg.type, eTag: null };
}

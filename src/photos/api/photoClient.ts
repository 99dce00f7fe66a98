import type { HttpResponse } from '../http';
import { isAskable } from './key';
import { readMetadata } from './metadata';
import { jsonOf, outcomeOf, saidOf, unexpected, writtenOf } from './outcome';
import { isPlaceholder, pictureType } from './picture';
import type {
  Change,
  NoPhoto,
  Photo,
  PhotoMetadata,
  PhotoOptions,
  PhotoOwner,
  PhotoService,
  ReadOptions,
} from './service';
import { sizeFor } from './sizes';

/** What differs between the dialects. Paths are relative to the service's root. */
export interface Speech {
  metadataPath(owner: PhotoOwner): string;
  /** `size` null: the largest there is. Null where the dialect cannot name a size. */
  photoPath(owner: PhotoOwner, size: string | null): string | null;
  /** Null where the dialect has no list of sizes. */
  sizesPath(owner: PhotoOwner): string | null;
  scopes(owner: PhotoOwner): readonly string[];
  ask(path: string, scopes: readonly string[], signal?: AbortSignal): Promise<HttpResponse>;
  /** The least permissions that write. */
  writingScopes(owner: PhotoOwner): readonly string[];
  write(path: string, change: Change, scopes: readonly string[], signal?: AbortSignal): Promise<HttpResponse>;
  readonly canRemove: boolean;
  /** A size that does not exist is told like a photo that was never set. */
  readonly hidesMissingSizes: boolean;
}

const noAddress: NoPhoto = { kind: 'none', reason: 'noAddress' };
const notSet: NoPhoto = { kind: 'none', reason: 'notSet' };

/** The photo API, the same in every dialect. `upload`: how a photo is replaced. */
export function createReader(speech: Speech, upload: 'PUT' | 'PATCH'): PhotoService {
  const asked = async (path: string, owner: PhotoOwner, { signal, onAnswer }: ReadOptions): Promise<HttpResponse> => {
    const answer = await speech.ask(path, speech.scopes(owner), signal);
    onAnswer?.(saidOf(answer));
    return answer;
  };

  const ask = async (path: string, owner: PhotoOwner, options: ReadOptions): Promise<HttpResponse | NoPhoto> => {
    if (!canAsk(owner)) return noAddress;
    return outcomeOf(await asked(path, owner, options), speech.scopes(owner));
  };

  const getMetadata = async (owner: PhotoOwner, options: ReadOptions = {}): Promise<PhotoMetadata | NoPhoto> =>
    metadataOf(await ask(speech.metadataPath(owner), owner, options));

  /** Null where there is no picture of this size; others may exist. */
  const getPicture = async (path: string, owner: PhotoOwner, options: ReadOptions): Promise<Blob | NoPhoto | null> => {
    if (!canAsk(owner)) return noAddress;
    const answer = await asked(path, owner, options);
    if (isMissingSize(answer)) return null;
    const outcome = outcomeOf(answer, speech.scopes(owner));
    if (isNone(outcome)) return outcome;
    const type = pictureType(outcome.body);
    if (!type) throw unexpected(outcome);
    return new Blob([outcome.body], { type });
  };

  /** The picture in the size that fits, else the largest there is. `doubts`: a missing size may pass for a missing photo. */
  const fittingPicture = async (
    owner: PhotoOwner,
    pixels: number | undefined,
    doubts: boolean,
    options: ReadOptions,
  ): Promise<Blob | NoPhoto> => {
    const largest = speech.photoPath(owner, null) ?? '';
    const path = speech.photoPath(owner, sizeFor(pixels)) ?? largest;
    const fitting = await getPicture(path, owner, options);
    const isMissing = fitting === null || ((doubts || speech.hidesMissingSizes) && isNotSet(fitting));
    if (!isMissing || path === largest) return fitting ?? notSet;
    return (await getPicture(largest, owner, options)) ?? notSet;
  };

  const write = async (owner: PhotoOwner, change: Change, { signal }: ReadOptions): Promise<void> => {
    const scopes = speech.writingScopes(owner);
    const path = speech.photoPath(owner, null) ?? '';
    writtenOf(await speech.write(path, change, scopes, signal), scopes, change.method !== 'DELETE');
  };

  return {
    getMetadata,

    setPhoto: (owner, body, options = {}) => write(owner, { method: upload, body }, options),

    removePhoto: speech.canRemove ? (owner, options = {}) => write(owner, { method: 'DELETE' }, options) : null,

    async listSizes(owner, options = {}) {
      const path = speech.sizesPath(owner);
      if (path === null) {
        const largest = await getMetadata(owner, options);
        return isNone(largest) ? largest : [largest];
      }
      const answer = await ask(path, owner, options);
      if (isNone(answer)) return answer;
      const { value } = jsonOf(answer) as { value?: unknown };
      if (!Array.isArray(value)) throw unexpected(answer);
      const sizes = value.map(readMetadata).filter((one): one is PhotoMetadata => one !== null && !isNone(one));
      return sizes.length > 0 ? sizes.sort((one, other) => one.width - other.width) : notSet;
    },

    async getPhoto(owner, { pixels, eTag, pictureOnly, ...options }: PhotoOptions = {}) {
      // Without metadata beside it, "no photo" may mean no photo of this size: the largest is asked for as well.
      if (pictureOnly) return photoOf(await fittingPicture(owner, pixels, true, options), null);
      if (eTag !== undefined) {
        const metadata = await getMetadata(owner, options);
        if (isNone(metadata)) return metadata;
        if (eTag === metadata.eTag) return { kind: 'unchanged', metadata };
        return photoOf(await fittingPicture(owner, pixels, true, options), metadata);
      }
      // Side by side: in a batch both are one round trip.
      const [told, picture] = await Promise.all([
        ask(speech.metadataPath(owner), owner, options),
        fittingPicture(owner, pixels, false, options),
      ]);
      const metadata = metadataOf(told);
      if (isNone(metadata)) return metadata;
      // There is a photo: the size that was asked for is missing, however the service tells it.
      if (isNotSet(picture) && sizeFor(pixels) !== null) {
        return photoOf(await fittingPicture(owner, undefined, true, options), metadata);
      }
      // An older picture under a newer eTag would pass for the current one from then on.
      const isOlder = 'retried' in told;
      return photoOf(isOlder ? await fittingPicture(owner, pixels, true, options) : picture, metadata);
    },
  };
}

/** @throws UnexpectedAnswerError when the answer is no metadata. */
function metadataOf(told: HttpResponse | NoPhoto): PhotoMetadata | NoPhoto {
  if (isNone(told)) return told;
  const metadata = readMetadata(jsonOf(told));
  if (!metadata) throw unexpected(told);
  return metadata;
}

function isNone(value: object): value is NoPhoto {
  return 'kind' in value && value.kind === 'none';
}

function isNotSet(value: Blob | NoPhoto): boolean {
  return isNone(value) && value.reason === 'notSet';
}

function photoOf(picture: Blob | NoPhoto, metadata: PhotoMetadata | null): Photo | NoPhoto {
  return isNone(picture) ? picture : { kind: 'photo', picture, metadata };
}

function canAsk(owner: PhotoOwner): boolean {
  return owner === 'me' || isAskable(owner.address);
}

/** A size that does not exist is told without the JSON of an error, or as the placeholder (photo-api.md). */
function isMissingSize({ status, headers, body }: HttpResponse): boolean {
  if (status === 200) return body.length === 0 || isPlaceholder(body);
  return status === 404 && !/json/i.test(headers.get('content-type') ?? '');
}

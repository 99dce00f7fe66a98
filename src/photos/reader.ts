import type { Answer } from '../http';
import { isAskable } from './key';
import { readMetadata } from './metadata';
import { jsonOf, outcomeOf, unexpected, writtenOf } from './outcome';
import { isPlaceholder, pictureType } from './picture';
import type { Change, NoPhoto, PhotoMetadata, PhotoOptions, PhotoOwner, PhotoService, ReadOptions } from './service';
import { sizeFor } from './sizes';

/** What differs between the dialects. Paths are relative to the service's root. */
export interface Speech {
  metadataPath(owner: PhotoOwner): string;
  /** `size` null: the largest there is. Null where the dialect cannot name a size. */
  photoPath(owner: PhotoOwner, size: string | null): string | null;
  /** Null where the dialect has no list of sizes. */
  sizesPath(owner: PhotoOwner): string | null;
  scopes(owner: PhotoOwner): readonly string[];
  ask(path: string, scopes: readonly string[], signal?: AbortSignal): Promise<Answer>;
  /** The least permissions that write. */
  writingScopes(owner: PhotoOwner): readonly string[];
  write(path: string, change: Change, scopes: readonly string[], signal?: AbortSignal): Promise<Answer>;
  readonly canRemove: boolean;
}

const unknownHere: NoPhoto = { kind: 'none', reason: 'notInDirectory' };
const notSet: NoPhoto = { kind: 'none', reason: 'notSet' };

/** The photo API, the same in every dialect. `upload`: how a photo is replaced. */
export function createReader(speech: Speech, upload: 'PUT' | 'PATCH'): PhotoService {
  const ask = async (path: string, owner: PhotoOwner, { signal }: ReadOptions): Promise<Answer | NoPhoto> => {
    if (owner !== 'me' && !isAskable(owner.address)) return unknownHere;
    const scopes = speech.scopes(owner);
    return outcomeOf(await speech.ask(path, scopes, signal), scopes);
  };

  const getMetadata = async (owner: PhotoOwner, options: ReadOptions = {}): Promise<PhotoMetadata | NoPhoto> => {
    const answer = await ask(speech.metadataPath(owner), owner, options);
    if (isNone(answer)) return answer;
    const metadata = readMetadata(jsonOf(answer));
    if (!metadata) throw unexpected(answer);
    return metadata;
  };

  const getPicture = async (path: string, owner: PhotoOwner, options: ReadOptions): Promise<Blob | NoPhoto> => {
    const answer = await ask(path, owner, options);
    if (isNone(answer)) return answer;
    if (answer.body.length === 0 || isPlaceholder(answer.body)) return notSet;
    const type = pictureType(answer.body);
    if (!type) throw unexpected(answer);
    return new Blob([answer.body], { type });
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

    async getPhoto(owner, { pixels, eTag, ...options }: PhotoOptions = {}) {
      const largest = speech.photoPath(owner, null) ?? '';
      const path = speech.photoPath(owner, sizeFor(pixels)) ?? largest;
      // Side by side: in a batch both are one round trip.
      const [metadata, fitting] = await Promise.all([getMetadata(owner, options), getPicture(path, owner, options)]);
      if (isNone(metadata)) return metadata;
      if (eTag !== undefined && eTag === metadata.eTag) return { kind: 'unchanged', metadata };
      // There is a photo, only not in this size.
      const picture = isNone(fitting) && path !== largest ? await getPicture(largest, owner, options) : fitting;
      return isNone(picture) ? picture : { kind: 'photo', picture, metadata };
    },
  };
}

function isNone(value: object): value is NoPhoto {
  return 'kind' in value && value.kind === 'none';
}

import { isMailAddress } from '../../base';
import type { Dialect, PhotoChange } from './dialect';
import { imageType, isPlaceholder } from './imageType';
import { readMetadata } from './metadata';
import {
  isNoPhoto,
  type NoPhoto,
  type Photo,
  type PhotoMetadata,
  type PhotoOptions,
  type PhotoOwner,
  type PhotoResult,
  type PhotoService,
  type RequestOptions,
} from './photoService';
import { checkRead, checkWrite, summaryOf, unexpectedResponse, type ServiceResponse } from './responses';
import { sizeFor } from './sizes';

const noAddress: NoPhoto = { kind: 'none', reason: 'noAddress' };
const notSet: NoPhoto = { kind: 'none', reason: 'notSet' };

/** The photo API, the same in every dialect. */
export class PhotoClient implements PhotoService {
  readonly removePhoto: PhotoService['removePhoto'];
  readonly #dialect: Dialect;
  readonly #uploadMethod: 'PUT' | 'PATCH';

  constructor(dialect: Dialect, uploadMethod: 'PUT' | 'PATCH') {
    this.#dialect = dialect;
    this.#uploadMethod = uploadMethod;
    this.removePhoto = dialect.canRemove
      ? (owner, options = {}) => this.#write(owner, { method: 'DELETE' }, options)
      : null;
  }

  async getMetadata(owner: PhotoOwner, options: RequestOptions = {}): Promise<PhotoMetadata | NoPhoto> {
    return metadataIn(await this.#read(this.#dialect.metadataPath(owner), owner, options));
  }

  async listSizes(owner: PhotoOwner, options: RequestOptions = {}): Promise<readonly PhotoMetadata[] | NoPhoto> {
    const path = this.#dialect.sizesPath(owner);
    if (path === null) {
      const largest = await this.getMetadata(owner, options);
      return isNoPhoto(largest) ? largest : [largest];
    }
    const response = await this.#read(path, owner, options);
    if (isNoPhoto(response)) return response;
    const { value } = (response.json ?? {}) as { value?: unknown };
    if (!Array.isArray(value)) throw unexpectedResponse(response);
    const sizes = value.map(readMetadata).filter((one): one is PhotoMetadata => one !== null && !isNoPhoto(one));
    return sizes.length > 0 ? sizes.sort((one, other) => one.width - other.width) : notSet;
  }

  async getPhoto(owner: PhotoOwner, options: PhotoOptions = {}): Promise<PhotoResult> {
    const { eTag, pictureOnly = false } = options;
    // Without metadata beside it, "no photo" may mean no photo of this size: then the largest is requested as well.
    if (pictureOnly) return photoOf(await this.#getFittingPicture(owner, options, true), null);
    if (eTag === undefined) return this.#getPhotoWithMetadata(owner, options);
    const metadata = await this.getMetadata(owner, options);
    if (isNoPhoto(metadata)) return metadata;
    if (eTag === metadata.eTag) return { kind: 'unchanged', metadata };
    return photoOf(await this.#getFittingPicture(owner, options, true), metadata);
  }

  setPhoto(owner: PhotoOwner, body: Blob, options: RequestOptions = {}): Promise<void> {
    return this.#write(owner, { method: this.#uploadMethod, body }, options);
  }

  /** Metadata and picture side by side: in a batch both are one round trip. */
  async #getPhotoWithMetadata(owner: PhotoOwner, options: PhotoOptions): Promise<Photo | NoPhoto> {
    const [response, picture] = await Promise.all([
      this.#read(this.#dialect.metadataPath(owner), owner, options),
      this.#getFittingPicture(owner, options, false),
    ]);
    const metadata = metadataIn(response);
    if (isNoPhoto(metadata)) return metadata;
    // There is a photo, so only this size is missing, however the service reports it.
    if (isNotSet(picture) && sizeFor(options.pixels) !== null) {
      const largest = this.#dialect.photoPath(owner, null) ?? '';
      return photoOf((await this.#getPicture(largest, owner, options)) ?? notSet, metadata);
    }
    // An older picture must not be stored under a newer eTag.
    const isOlder = 'isRetried' in response && response.isRetried;
    return photoOf(isOlder ? await this.#getFittingPicture(owner, options, true) : picture, metadata);
  }

  /**
   * The picture in the size that fits, else the largest there is. `isAmbiguous`: a missing size may be reported as a
   * missing photo.
   */
  async #getFittingPicture(owner: PhotoOwner, options: PhotoOptions, isAmbiguous: boolean): Promise<Blob | NoPhoto> {
    const dialect = this.#dialect;
    const largest = dialect.photoPath(owner, null) ?? '';
    const path = dialect.photoPath(owner, sizeFor(options.pixels)) ?? largest;
    const fitting = await this.#getPicture(path, owner, options);
    const isMissing = fitting === null || ((isAmbiguous || dialect.hidesMissingSizes) && isNotSet(fitting));
    if (!isMissing || path === largest) return fitting ?? notSet;
    return (await this.#getPicture(largest, owner, options)) ?? notSet;
  }

  /** Null where there is no picture of this size; other sizes may exist. */
  async #getPicture(path: string, owner: PhotoOwner, options: RequestOptions): Promise<Blob | NoPhoto | null> {
    if (!canRequest(owner)) return noAddress;
    const response = await this.#request(path, owner, options);
    if (isMissingSize(response)) return null;
    const checked = checkRead(response, this.#dialect.readScopes(owner));
    if (isNoPhoto(checked)) return checked;
    const type = imageType(checked.bytes);
    if (!type) throw unexpectedResponse(checked);
    return new Blob([checked.bytes], { type });
  }

  async #read(path: string, owner: PhotoOwner, options: RequestOptions): Promise<ServiceResponse | NoPhoto> {
    if (!canRequest(owner)) return noAddress;
    return checkRead(await this.#request(path, owner, options), this.#dialect.readScopes(owner));
  }

  async #request(path: string, owner: PhotoOwner, { signal, onResponse }: RequestOptions): Promise<ServiceResponse> {
    const response = await this.#dialect.read(path, owner, signal);
    onResponse?.(summaryOf(response));
    return response;
  }

  async #write(owner: PhotoOwner, change: PhotoChange, { signal }: RequestOptions): Promise<void> {
    const path = this.#dialect.photoPath(owner, null) ?? '';
    const response = await this.#dialect.write(path, owner, change, signal);
    checkWrite(response, this.#dialect.writeScopes(owner), change.method !== 'DELETE');
  }
}

/** @throws UnexpectedAnswerError when the response is not metadata. */
function metadataIn(response: ServiceResponse | NoPhoto): PhotoMetadata | NoPhoto {
  if (isNoPhoto(response)) return response;
  const metadata = readMetadata(response.json);
  if (!metadata) throw unexpectedResponse(response);
  return metadata;
}

function isNotSet(value: Blob | NoPhoto): boolean {
  return isNoPhoto(value) && value.reason === 'notSet';
}

function photoOf(picture: Blob | NoPhoto, metadata: PhotoMetadata | null): Photo | NoPhoto {
  return isNoPhoto(picture) ? picture : { kind: 'photo', picture, metadata };
}

function canRequest(owner: PhotoOwner): boolean {
  return owner === 'me' || isMailAddress(owner.address);
}

/** A missing size is answered by a 404 without JSON, by the placeholder, or by nothing (`docs/photo-api.md`, no photo). */
function isMissingSize({ status, headers, json, bytes }: ServiceResponse): boolean {
  if (status === 200) return json === undefined && (bytes.length === 0 || isPlaceholder(bytes));
  return status === 404 && !/json/i.test(headers.get('content-type') ?? '');
}

import type { Observable } from '../../base';
import type { AccountIdentity } from './accountIdentity';
import type { Dialect, PhotoChange } from './dialect';
import { PictureRefusedError } from './errors';
import { imageType, isPlaceholder } from './imageType';
import { readMetadata } from './metadata';
import type { KnownPerson, Me, PeopleDirectory, PhotoTarget } from './person';
import type { PersonFinder } from './personFinder';
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

/** Nothing was sent. */
const noResponse = { status: 0, code: '', requestId: '' };

/** A photo has nine sizes; of a longer list, no more is read. */
const mostSizes = 50;

const notSet: NoPhoto = { kind: 'none', reason: 'notSet' };

/** The photo API, the same in every dialect. */
export class PhotoClient implements PhotoService {
  readonly removePhoto: PhotoService['removePhoto'];
  readonly endPauses: () => void;
  readonly #dialect: Dialect;
  readonly #account: AccountIdentity;
  readonly #finder: PersonFinder;
  readonly #uploadMethod: 'PUT' | 'PATCH';

  constructor(
    dialect: Dialect,
    account: AccountIdentity,
    finder: PersonFinder,
    uploadMethod: 'PUT' | 'PATCH',
    endPauses: () => void,
  ) {
    this.#dialect = dialect;
    this.#account = account;
    this.#finder = finder;
    this.#uploadMethod = uploadMethod;
    this.endPauses = endPauses;
    this.removePhoto = dialect.canRemove
      ? (owner, options = {}) => this.#write(owner, { method: 'DELETE' }, options)
      : null;
  }

  get me(): Observable<Me | null> {
    return this.#account.me;
  }

  get people(): PeopleDirectory | null {
    return this.#finder.people;
  }

  async isShown(person: KnownPerson): Promise<boolean> {
    if (person.kind === 'contact') await this.#account.identify().catch(() => undefined);
    return this.#finder.isShown(person);
  }

  identifyMe(): Promise<void> {
    return this.#account.readEntry();
  }

  async getMetadata(owner: PhotoOwner, options: RequestOptions = {}): Promise<PhotoMetadata | NoPhoto> {
    const read = (target: PhotoTarget): Promise<PhotoMetadata | NoPhoto> => this.#getMetadata(target, options);
    return (await this.#finder.read(owner, read, options)).result;
  }

  async listSizes(owner: PhotoOwner, options: RequestOptions = {}): Promise<readonly PhotoMetadata[] | NoPhoto> {
    const read = (target: PhotoTarget): Promise<readonly PhotoMetadata[] | NoPhoto> => this.#listSizes(target, options);
    return (await this.#finder.read(owner, read, options)).result;
  }

  async getPhoto(owner: PhotoOwner, options: PhotoOptions = {}): Promise<PhotoResult> {
    const read = (target: PhotoTarget): Promise<PhotoResult> => this.#getPhoto(target, options);
    const requests = options.pictureOnly ? 1 : 2;
    const { result, person } = await this.#finder.read(owner, read, { ...options, requests });
    return person ? { ...result, person } : result;
  }

  setPhoto(owner: PhotoOwner, body: Blob, options: RequestOptions = {}): Promise<void> {
    return this.#write(owner, { method: this.#uploadMethod, body }, options);
  }

  async #getMetadata(target: PhotoTarget, options: RequestOptions): Promise<PhotoMetadata | NoPhoto> {
    return metadataIn(await this.#read(this.#dialect.metadataPath(target), target, options));
  }

  async #listSizes(target: PhotoTarget, options: RequestOptions): Promise<readonly PhotoMetadata[] | NoPhoto> {
    const path = this.#dialect.sizesPath(target);
    if (path === null) {
      const largest = await this.#getMetadata(target, options);
      return isNoPhoto(largest) ? largest : [largest];
    }
    const response = await this.#read(path, target, options);
    if (isNoPhoto(response)) return response;
    const { value } = (response.json ?? {}) as { value?: unknown };
    if (!Array.isArray(value)) throw unexpectedResponse(response);
    const sizes = value
      .slice(0, mostSizes)
      .map(readMetadata)
      .filter((one): one is PhotoMetadata => one !== null && !isNoPhoto(one));
    return sizes.length > 0 ? sizes.sort((one, other) => one.width - other.width) : notSet;
  }

  async #getPhoto(target: PhotoTarget, options: PhotoOptions): Promise<PhotoResult> {
    const { eTag, pictureOnly = false } = options;
    // Without metadata beside it, "no photo" may mean no photo of this size: then the largest is requested as well.
    if (pictureOnly) return photoOf(await this.#getFittingPicture(target, options, true), null);
    if (eTag === undefined) return this.#getPhotoWithMetadata(target, options);
    const metadata = await this.#getMetadata(target, options);
    if (isNoPhoto(metadata)) return metadata;
    if (eTag === metadata.eTag) return { kind: 'unchanged', metadata };
    return photoOf(await this.#getFittingPicture(target, options, true), metadata);
  }

  /** Metadata and picture side by side: in a batch both are one round trip. */
  async #getPhotoWithMetadata(target: PhotoTarget, options: PhotoOptions): Promise<Photo | NoPhoto> {
    const [response, picture] = await Promise.all([
      this.#read(this.#dialect.metadataPath(target), target, options),
      this.#getFittingPicture(target, options, false),
    ]);
    const metadata = metadataIn(response);
    if (isNoPhoto(metadata)) return metadata;
    // There is a photo, so only this size is missing, however the service reports it.
    if (isNotSet(picture) && sizeFor(options.pixels) !== null) {
      const largest = this.#dialect.photoPath(target, null) ?? '';
      return photoOf((await this.#getPicture(largest, target, options)) ?? notSet, metadata);
    }
    // An older picture must not be stored under a newer eTag.
    const isOlder = 'isRetried' in response && response.isRetried;
    return photoOf(isOlder ? await this.#getFittingPicture(target, options, true) : picture, metadata);
  }

  /**
   * The picture in the size that fits, else the largest there is. `isAmbiguous`: a missing size may be reported as a
   * missing photo.
   */
  async #getFittingPicture(target: PhotoTarget, options: PhotoOptions, isAmbiguous: boolean): Promise<Blob | NoPhoto> {
    const dialect = this.#dialect;
    const largest = dialect.photoPath(target, null) ?? '';
    const path = dialect.photoPath(target, sizeFor(options.pixels)) ?? largest;
    const fitting = await this.#getPicture(path, target, options);
    const isMissing = fitting === null || ((isAmbiguous || dialect.hidesMissingSizes) && isNotSet(fitting));
    if (!isMissing || path === largest) return fitting ?? notSet;
    return (await this.#getPicture(largest, target, options)) ?? notSet;
  }

  /** Null where there is no picture of this size; other sizes may exist. */
  async #getPicture(path: string, target: PhotoTarget, options: RequestOptions): Promise<Blob | NoPhoto | null> {
    const response = await this.#request(path, target, options);
    // One that is empty says something about a size only.
    const isOfSize = path !== this.#dialect.photoPath(target, null);
    if (isMissingSize(response) && (isOfSize || !isEmpty(response))) return null;
    const checked = checkRead(response, this.#dialect.readScopes(target));
    if (isNoPhoto(checked)) return checked;
    const type = imageType(checked.bytes);
    if (!type) throw unexpectedResponse(checked);
    return new Blob([checked.bytes], { type });
  }

  async #read(path: string, target: PhotoTarget, options: RequestOptions): Promise<ServiceResponse | NoPhoto> {
    return checkRead(await this.#request(path, target, options), this.#dialect.readScopes(target));
  }

  async #request(path: string, target: PhotoTarget, { signal, onResponse }: RequestOptions): Promise<ServiceResponse> {
    const response = await this.#dialect.read(path, target, signal);
    onResponse?.(summaryOf(response));
    return response;
  }

  /**
   * The one place where it is decided whose photo a write changes: that of the person behind the address that stands over
   * it. Only an address of the token's account leads to `/me`.
   */
  async #write(owner: PhotoOwner, change: PhotoChange, options: RequestOptions): Promise<void> {
    const { signal, onResponse } = options;
    const reading = signal ? { signal } : {};
    const target = await this.#finder.targetOf(owner, (one) => this.#getMetadata(one, reading), reading);
    if (target === null) throw new PictureRefusedError(noResponse, 'unknownPerson');
    const beforeSend = this.#account.guard();
    const path = this.#dialect.photoPath(target, null) ?? '';
    const response = await this.#dialect.write(path, target, change, { ...reading, beforeSend });
    onResponse?.(summaryOf(response));
    const isGone = response.status === 404 && target !== 'me' && 'contactId' in target;
    if (isGone) throw new PictureRefusedError(summaryOf(response), 'unknownPerson');
    checkWrite(response, this.#dialect.writeScopes(target), change.body?.size ?? null);
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

/** A missing size is answered by a 404 without JSON, by the placeholder, or by nothing (`docs/photo-api.md`, no photo). */
function isMissingSize({ status, json, bytes }: ServiceResponse): boolean {
  if (status === 200) return json === undefined && (bytes.length === 0 || isPlaceholder(bytes));
  return status === 404 && json === undefined;
}

function isEmpty({ status, bytes }: ServiceResponse): boolean {
  return status === 200 && bytes.length === 0;
}

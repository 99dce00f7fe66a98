import {
  isSamePicture,
  ownerOf,
  saveAndProve,
  thumbnailOf,
  type AccountCache,
  type PhotoResult,
  type PhotoService,
  type SaveOptions,
  type SaveResult,
} from '../photos';
import type { RunPerson } from './runLine';

/** How a run reads and changes photos. */
export interface PhotoWriter {
  /** The photo that the service holds, in its largest size. */
  read(person: RunPerson): Promise<PhotoResult>;
  /** Sets a photo, or removes it (null), once, and proves it. @throws as `saveAndProve`. */
  write(person: RunPerson, photo: Blob | null, options: WriteOptions): Promise<SaveResult>;
  /** Whether two pictures show the same. */
  isSame(one: Blob, other: Blob): Promise<boolean>;
}

/** `onBefore` is called with the photo that will be replaced, and waited for, before anything is written. */
export type WriteOptions = Required<Pick<SaveOptions, 'onBefore'>> & Pick<SaveOptions, 'replaces'>;

/**
 * Writes for the account of this moment, and removes what the cache has of each person, so that the pane finds no photo from
 * before. Nothing that was written stays in memory. For removals the service must have `removePhoto`.
 */
export function createPhotoWriter(
  service: PhotoService,
  cache: Pick<AccountCache, 'account' | 'of'>,
  thumbnail = thumbnailOf,
): PhotoWriter {
  const account = cache.account.value;
  const isCurrent = (): boolean => cache.account.value === account;
  return {
    read: (person) => service.getPhoto(ownerOf(person)),
    write: async (person, photo, options) => {
      if (!isCurrent()) throw new Error('The account is another than the one that began');
      const addresses = [person.id, person.userPrincipalName, person.mail].filter((one) => one !== null);
      await Promise.all([...new Set(addresses)].map((address) => cache.of({ address }).remove()));
      return saveAndProve(service, ownerOf(person), photo, { ...options, isCurrent, thumbnail });
    },
    isSame: (one, other) => isSamePicture(one, other, thumbnail),
  };
}

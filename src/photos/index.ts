export { createPhotoService } from './api/createPhotoService';
export { serviceTitle, type DialectName } from './api/dialect';
export {
  PermissionError,
  PictureRefusedError,
  ServiceError,
  SignInRequiredError,
  UnexpectedAnswerError,
  isTransientError,
  type PhotoServiceError,
  type ResponseSummary,
} from './api/errors';
export { isOfNoPerson, mayBeContact } from './api/absence';
export { readJson } from './api/readJson';
export { isMyAddress, type KnownPerson, type Me } from './api/person';
export {
  isNoPhoto,
  ownerOf,
  type Addressee,
  type ListedOwner,
  type NoPhoto,
  type Photo,
  type PhotoMetadata,
  type PhotoOwner,
  type PhotoResult,
  type PhotoService,
} from './api/photoService';
export { allReadingScopes, readingScopes, writingScopes, type OwnerKind } from './api/scopes';
export { uploadLimits } from './api/sizes';
export { AccountCache } from './cache/accountCache';
export { openPhotoCache } from './cache/photoCache';
export type { FoundPerson } from './api/graph/nameSearch';
export type { PhotoSize } from './library/copies';
export { peopleSearchOf, type PeopleSearch, type Suggestions } from './library/peopleSearch';
export type { LastResponse } from './library/session';
export { createPhotoLibrary, type PhotoLibrary } from './library/photoLibrary';
export type { Portrait, SizeList } from './library/portrait';
export { isSamePicture, thumbnailOf } from './library/samePicture';
export { saveAndProve, type SaveOptions, type SaveResult } from './library/saveAndProve';
export { savePhoto } from './library/savePhoto';
export { UnprovenSaveError } from './library/unprovenSaveError';

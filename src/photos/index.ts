export { createPhotoService } from './create';
export {
  PermissionError,
  PictureRefusedError,
  ServiceError,
  SignInRequiredError,
  UnexpectedAnswerError,
  type PhotoServiceError,
  type Said,
} from './errors';
export { keeping } from './kept/keeping';
export { openKeptStore, type Kept } from './kept/store';
export type { Heard } from './memory';
export type { Portrait, Sizes } from './portrait';
export { createPortraits } from './portraits';
export type { Saved, SaveOptions } from './save';
export { readingScopes, writingScopes } from './scopes';
export type {
  AbsenceReason,
  AccessTokens,
  NoPhoto,
  Photo,
  PhotoAnswer,
  PhotoMetadata,
  PhotoOptions,
  PhotoOwner,
  PhotoService,
} from './service';

export { createPhotoService } from './create';
export { PermissionError, ServiceError, SignInRequiredError, UnexpectedAnswerError, type Said } from './errors';
export { createPortraits, type Portrait, type Sizes } from './portraits';
export { readingScopes } from './scopes';
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

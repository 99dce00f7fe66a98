import {
  InteractionRequiredError,
  PromptBlockedError,
  PromptOpenError,
  SignInCancelledError,
  SignInFailedError,
  SignInOfflineError,
  SignInTimeoutError,
  WrongAccountError,
  type AuthError,
} from '../../auth';
import { EditorCrashedError, EditorNotLoadedError, PictureUnusableError, type EditorError } from '../../editor';
import { ResponseTooLargeError, ThrottledError, TimeoutError, UnreachableError, type HttpError } from '../../http';
import {
  PermissionError,
  PictureRefusedError,
  ServiceError,
  SignInRequiredError,
  UnexpectedAnswerError,
  UnprovenSaveError,
  type PhotoServiceError,
} from '../../photos';
import { NewVersionError } from '../reload/errors';
import { isInstanceOf, type ClassesOf } from './errorClasses';
import { startErrors, type StartError } from './startErrors';

/** Every error that the rooms below `ui` throw, besides aborts, and the one that stands for some of them. */
export type PaneError =
  AuthError | HttpError | PhotoServiceError | UnprovenSaveError | EditorError | StartError | NewVersionError;

const paneErrors: ClassesOf<PaneError> = {
  ...startErrors,
  EditorCrashedError,
  EditorNotLoadedError,
  InteractionRequiredError,
  NewVersionError,
  PermissionError,
  PictureRefusedError,
  PictureUnusableError,
  PromptBlockedError,
  PromptOpenError,
  ResponseTooLargeError,
  ServiceError,
  SignInCancelledError,
  SignInFailedError,
  SignInOfflineError,
  SignInRequiredError,
  SignInTimeoutError,
  ThrottledError,
  TimeoutError,
  UnexpectedAnswerError,
  UnprovenSaveError,
  UnreachableError,
  WrongAccountError,
};

/** Whether something that was thrown is one of the errors above, by its class. */
export function isPaneError(error: unknown): error is PaneError {
  return isInstanceOf(error, paneErrors);
}

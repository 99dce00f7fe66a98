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
import { EditorCrashedError, PictureUnusableError, type EditorError } from '../../editor';
import { ThrottledError, TimeoutError, UnreachableError, type HttpError } from '../../http';
import {
  PermissionError,
  PictureRefusedError,
  ServiceError,
  SignInRequiredError,
  UnexpectedAnswerError,
  type PhotoServiceError,
} from '../../photos';
import { isInstanceOf, type ClassesOf } from './errorClasses';
import { startErrors, type StartError } from './startErrors';

/** Every error that the rooms below `ui` throw, besides aborts. */
export type PaneError = AuthError | HttpError | PhotoServiceError | EditorError | StartError;

const paneErrors: ClassesOf<PaneError> = {
  ...startErrors,
  EditorCrashedError,
  InteractionRequiredError,
  PermissionError,
  PictureRefusedError,
  PictureUnusableError,
  PromptBlockedError,
  PromptOpenError,
  ServiceError,
  SignInCancelledError,
  SignInFailedError,
  SignInOfflineError,
  SignInRequiredError,
  SignInTimeoutError,
  ThrottledError,
  TimeoutError,
  UnexpectedAnswerError,
  UnreachableError,
  WrongAccountError,
};

/** Whether something that was thrown is one of the errors above, by its class. */
export function isPaneError(error: unknown): error is PaneError {
  return isInstanceOf(error, paneErrors);
}

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
import { DeadlineError } from '../../base';
import { ConfigError } from '../../config';
import { EditorCrashedError, PictureUnusableError, type EditorError } from '../../editor';
import { ThrottledError, TimeoutError, UnreachableError, type HttpError } from '../../http';
import { DialogError, NotInOutlookError, OfficeCallError, OfficeMissingError, type MailboxError } from '../../mailbox';
import {
  PermissionError,
  PictureRefusedError,
  ServiceError,
  SignInRequiredError,
  UnexpectedAnswerError,
  type PhotoServiceError,
} from '../../photos';

/** Errors that can keep the pane from starting. */
export type StartError = MailboxError | ConfigError | DeadlineError;

/** Every error that the rooms below `ui` throw, besides aborts. */
export type PaneError = AuthError | HttpError | PhotoServiceError | EditorError | StartError;

type ClassesOf<E extends Error> = {
  readonly [Name in E['name']]: abstract new (...args: never[]) => Extract<E, { readonly name: Name }>;
};

const startErrors: ClassesOf<StartError> = {
  ConfigError,
  DeadlineError,
  DialogError,
  NotInOutlookError,
  OfficeCallError,
  OfficeMissingError,
};

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

export function isStartError(error: unknown): error is StartError {
  return isInstanceOf(error, startErrors);
}

export function isPaneError(error: unknown): error is PaneError {
  return isInstanceOf(error, paneErrors);
}

function isInstanceOf(
  error: unknown,
  classes: Readonly<Record<string, abstract new (...args: never[]) => Error>>,
): boolean {
  return Object.values(classes).some((one) => error instanceof one);
}

import { DeadlineError } from '../../base';
import { ConfigError } from '../../config';
import {
  DialogError,
  NotInOutlookError,
  OfficeCallError,
  OfficeMissingError,
  ScriptBlockedError,
  type MailboxError,
} from '../../mailbox';
import { isInstanceOf, type ClassesOf } from './errorClasses';

/** Errors that can keep a page from starting. */
export type StartError = MailboxError | ConfigError | DeadlineError;

export const startErrors: ClassesOf<StartError> = {
  ConfigError,
  DeadlineError,
  DialogError,
  NotInOutlookError,
  OfficeCallError,
  OfficeMissingError,
  ScriptBlockedError,
};

export function isStartError(error: unknown): error is StartError {
  return isInstanceOf(error, startErrors);
}

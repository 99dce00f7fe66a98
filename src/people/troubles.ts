import {
  InteractionRequiredError,
  SignInCancelledError,
  SignInFailedError,
  SignInOfflineError,
  SignInTimeoutError,
  TokenError,
} from '../auth';
import { TimeoutError, UnreachableError } from '../http';
import { PermissionError, SignInRequiredError } from '../photos';
import type { PageTexts } from './texts';

/** What went wrong in words, and what helps. */
export interface Trouble {
  readonly text: string;
  readonly remedy: 'signIn' | 'goOn';
}

type ErrorClass = abstract new (...values: never[]) => Error;

const signInErrors: readonly ErrorClass[] = [InteractionRequiredError, SignInRequiredError];
const connectionErrors: readonly ErrorClass[] = [
  UnreachableError,
  TimeoutError,
  SignInOfflineError,
  SignInTimeoutError,
];

/** Whether an error is that of a connection, to the service or to the sign-in. */
export function isConnectionTrouble(error: unknown): boolean {
  return isOneOf(error, connectionErrors);
}

/** The text and the remedy of an error that stopped the reading, or of a sign-in that failed. */
export function troubleOf(error: unknown, texts: PageTexts): Trouble {
  if (isOneOf(error, signInErrors)) return { text: texts('trouble.signIn'), remedy: 'signIn' };
  if (isConnectionTrouble(error)) return { text: texts('trouble.offline'), remedy: 'goOn' };
  if (error instanceof SignInCancelledError) return { text: texts('trouble.cancelled'), remedy: 'signIn' };
  if (error instanceof TokenError) {
    const code = error instanceof SignInFailedError ? error.code : error.name;
    return { text: texts('trouble.signInFailed', { code }), remedy: 'signIn' };
  }
  if (error instanceof PermissionError) return { text: texts('trouble.refused'), remedy: 'goOn' };
  return { text: texts('trouble.service'), remedy: 'goOn' };
}

function isOneOf(error: unknown, classes: readonly ErrorClass[]): boolean {
  return classes.some((one) => error instanceof one);
}

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

/** The text and the remedy of an error that stopped the reading, or of a sign-in that failed. */
export function troubleOf(error: unknown, texts: PageTexts): Trouble {
  const isOneOf = (classes: readonly ErrorClass[]): boolean => classes.some((one) => error instanceof one);
  if (isOneOf(signInErrors)) return { text: texts('trouble.signIn'), remedy: 'signIn' };
  if (isOneOf(connectionErrors)) return { text: texts('trouble.offline'), remedy: 'goOn' };
  if (error instanceof SignInCancelledError) return { text: texts('trouble.cancelled'), remedy: 'signIn' };
  if (error instanceof TokenError) {
    const code = error instanceof SignInFailedError ? error.code : error.name;
    return { text: texts('trouble.signInFailed', { code }), remedy: 'signIn' };
  }
  if (error instanceof PermissionError) return { text: texts('trouble.refused'), remedy: 'goOn' };
  return { text: texts('trouble.service'), remedy: 'goOn' };
}

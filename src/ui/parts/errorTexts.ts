import type { WordKey, Words } from '../words';

/** The one thing to do about a failure. */
export type Remedy = 'retry' | 'signIn' | 'consent' | 'none';

export interface Trouble {
  readonly text: string;
  readonly remedy: Remedy;
  readonly label: string;
}

/** What each error of the rooms below means to a person. Everything that is not here can be tried again. */
const remedies: Readonly<Record<string, readonly [Remedy, WordKey]>> = {
  InteractionRequiredError: ['signIn', 'action.signIn'],
  SignInRequiredError: ['signIn', 'action.signInAgain'],
  SignInCancelledError: ['signIn', 'action.signIn'],
  PromptBlockedError: ['signIn', 'action.retry'],
  PromptOpenError: ['signIn', 'action.retry'],
  SignInTimeoutError: ['signIn', 'action.retry'],
  SignInFailedError: ['signIn', 'action.retry'],
  WrongAccountError: ['signIn', 'action.signInOther'],
  PermissionError: ['consent', 'about.consent'],
  // Another picture helps, the same one again does not.
  PictureUnusableError: ['none', 'action.retry'],
  PictureRefusedError: ['none', 'action.retry'],
};

/** The plain sentence for a failure, and the one thing to do next. */
export function troubleOf(error: Error, words: Words, writing: boolean): Trouble {
  const { reason = '' } = error as { reason?: string };
  // The most telling sentence there is.
  const keys = [
    `unusable.${reason}`,
    `trouble.${error.name}.${reason}`,
    ...(writing ? [`trouble.${error.name}.write`] : []),
    `trouble.${error.name}`,
  ];
  const key = keys.find((one) => words.has(one)) ?? 'trouble.unknown';
  const text = words.has(key) ? words(key, valuesOf(error)) : key;
  const [remedy, label] = remedies[error.name] ?? ['retry', 'action.retry'];
  return { text, remedy, label: words(label) };
}

function valuesOf(error: Error): Record<string, string> {
  const { signedIn = '', mailbox = '' } = error as { signedIn?: string; mailbox?: string };
  return { signedIn, mailbox };
}

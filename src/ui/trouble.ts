import type { WordKey, Words } from './words';

/** The one thing to do about a failure. */
export type Remedy = 'retry' | 'signIn' | 'consent';

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
};

/** The plain sentence for a failure, and the one thing to do next. */
export function troubleOf(error: Error, words: Words): Trouble {
  const key = `trouble.${error.name}`;
  const text = words.has(key) ? words(key, valuesOf(error)) : words('trouble.unknown');
  const [remedy, label] = remedies[error.name] ?? ['retry', 'action.retry'];
  return { text, remedy, label: words(label) };
}

function valuesOf(error: Error): Record<string, string> {
  const { signedIn = '', mailbox = '' } = error as { signedIn?: string; mailbox?: string };
  return { signedIn, mailbox };
}

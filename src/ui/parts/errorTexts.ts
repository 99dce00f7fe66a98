import { WrongAccountError } from '../../auth';
import { PictureUnusableError } from '../../editor';
import { ThrottledError } from '../../http';
import { PictureRefusedError, UnexpectedAnswerError } from '../../photos';
import type { PlainTextKey, Texts } from '../texts/texts';
import { isPaneError, type PaneError } from './paneErrors';

/** The one thing a person can do about an error; `label` is the text of its button or link. */
interface Remedy {
  readonly kind: 'retry' | 'signIn' | 'consent' | 'reload' | 'none';
  readonly label: PlainTextKey;
}

/** An error as `ErrorMessage` shows it. */
interface ErrorText {
  readonly text: string;
  readonly remedy: Remedy['kind'];
  readonly label: string;
}

/** A text that contains values of its error. */
type TextOf = (error: PaneError, texts: Texts) => string;

/**
 * What a person was doing: looking at a photo, changing that of a person, a group or a contact, or letting the contacts be
 * read.
 */
export type Task = 'look' | 'change' | 'changeGroup' | 'changeContact' | 'contacts';

/** `taskTexts`: the texts of tasks for which they differ; `change` stands for all kinds of changes that are not named. */
type Row = readonly [
  remedy: Remedy,
  text: PlainTextKey | TextOf,
  taskTexts?: Partial<Record<Exclude<Task, 'look'>, PlainTextKey>>,
];

/** A row for each error, or for each `reason` of an error that has one. */
type Rows = {
  readonly [Name in PaneError['name']]: Extract<PaneError, { readonly name: Name }> extends {
    readonly reason: infer Reason extends string;
  }
    ? Readonly<Record<Reason, Row>>
    : Row;
};

const retry: Remedy = { kind: 'retry', label: 'action.retry' };
const signIn: Remedy = { kind: 'signIn', label: 'action.signIn' };
const retrySignIn: Remedy = { kind: 'signIn', label: 'action.retry' };
const consent: Remedy = { kind: 'consent', label: 'action.consent' };
/** Only another picture helps. */
const none: Remedy = { kind: 'none', label: 'action.retry' };

const wrongAccountText: TextOf = (error, texts) =>
  error instanceof WrongAccountError
    ? texts('trouble.WrongAccountError', { signedIn: error.signedIn, mailbox: error.mailbox })
    : texts('trouble.unknown');

const otherKindText: TextOf = (error, texts) =>
  error instanceof PictureUnusableError
    ? texts('unusable.otherKind', { kind: error.fileKind })
    : texts('trouble.unknown');

/** What the service said, since no reason is known. */
const refusedText: TextOf = (error, texts) => {
  const { status, code } = error instanceof PictureRefusedError ? error : { status: '', code: '' };
  return texts('trouble.PictureRefusedError.unclear', { answer: `${status} ${code}`.trim() });
};

/** A pause of a minute is one moment; a longer one is named with its end. */
const throttledText: TextOf = (error, texts) =>
  error instanceof ThrottledError && error.notBefore > Date.now() + 60_000
    ? texts('trouble.ThrottledError.until', { until: texts.moment(error.notBefore) })
    : texts('trouble.ThrottledError');

const unexpectedText: TextOf = (error, texts) =>
  texts(`trouble.UnexpectedAnswerError.${error instanceof UnexpectedAnswerError ? kindOf(error) : 'other'}`);

/** One sentence for one cause: only a page of HTML can be the sign-in page of a network. */
function kindOf({ content }: UnexpectedAnswerError): 'page' | 'empty' | 'damaged' | 'other' {
  if (!content) return 'damaged';
  if (content.start === '') return 'empty';
  return /^text\/html/i.test(content.type) || /^\s*</.test(content.start) ? 'page' : 'other';
}

const newVersionText: TextOf = (_error, texts) => `${texts('newVersion.title')} ${texts('newVersion.next')}`;

const unknown: Row = [retry, 'trouble.unknown'];

/** Text and remedy of every error; a missing row is a compile error. */
const rows: Rows = {
  InteractionRequiredError: [
    signIn,
    'trouble.InteractionRequiredError',
    { change: 'trouble.InteractionRequiredError.write' },
  ],
  SignInRequiredError: [{ kind: 'signIn', label: 'action.signInAgain' }, 'trouble.SignInRequiredError'],
  SignInCancelledError: [
    signIn,
    'trouble.SignInCancelledError',
    {
      change: 'trouble.SignInCancelledError.write',
      changeGroup: 'trouble.SignInCancelledError.group',
      changeContact: 'trouble.SignInCancelledError.contact',
      contacts: 'trouble.SignInCancelledError.contacts',
    },
  ],
  PromptBlockedError: [retrySignIn, 'trouble.PromptBlockedError'],
  PromptOpenError: [retrySignIn, 'trouble.PromptOpenError'],
  SignInOfflineError: [retry, 'trouble.SignInOfflineError'],
  SignInTimeoutError: [retrySignIn, 'trouble.SignInTimeoutError'],
  SignInFailedError: [retrySignIn, 'trouble.SignInFailedError'],
  WrongAccountError: [{ kind: 'signIn', label: 'action.signInOther' }, wrongAccountText],

  UnreachableError: [retry, 'trouble.UnreachableError', { change: 'trouble.UnreachableError.write' }],
  TimeoutError: [retry, 'trouble.TimeoutError', { change: 'trouble.TimeoutError.write' }],
  ThrottledError: [retry, throttledText],
  ResponseTooLargeError: [retry, 'trouble.UnexpectedAnswerError.other'],

  PermissionError: [
    consent,
    'trouble.PermissionError',
    {
      change: 'trouble.PermissionError.write',
      changeGroup: 'trouble.PermissionError.group',
      changeContact: 'trouble.PermissionError.contact',
    },
  ],
  ServiceError: [retry, 'trouble.ServiceError', { change: 'trouble.ServiceError.write' }],
  UnexpectedAnswerError: [retry, unexpectedText],
  PictureRefusedError: {
    unknownPerson: [none, 'trouble.PictureRefusedError.unknownPerson'],
    tooLarge: [none, 'trouble.PictureRefusedError.tooLarge'],
    tooSmall: [none, 'trouble.PictureRefusedError.tooSmall'],
    badPicture: [none, 'trouble.PictureRefusedError.badPicture'],
    noMailbox: [none, 'trouble.PictureRefusedError.noMailbox'],
    onPremises: [none, 'trouble.PictureRefusedError.onPremises'],
    unclear: [retry, refusedText],
  },
  UnprovenSaveError: {
    changedElsewhere: [retry, 'trouble.UnprovenSaveError.changedElsewhere'],
    unknown: [retry, 'trouble.UnprovenSaveError.unknown'],
  },

  PictureUnusableError: {
    empty: [none, 'unusable.empty'],
    notAPicture: [none, 'unusable.notAPicture'],
    otherKind: [none, otherKindText],
    unreadable: [none, 'unusable.unreadable'],
    variant: [none, 'unusable.variant'],
    heic: [none, 'unusable.heic'],
    tooManyBytes: [none, 'unusable.tooManyBytes'],
    tooManyPixels: [none, 'unusable.tooManyPixels'],
    tooSmall: [none, 'unusable.tooSmall'],
    broken: [none, 'unusable.broken'],
    tooHeavy: [none, 'unusable.tooHeavy'],
  },
  EditorCrashedError: [retry, 'trouble.EditorCrashedError'],
  EditorNotLoadedError: [retry, 'trouble.EditorNotLoadedError'],
  NewVersionError: [{ kind: 'reload', label: 'action.reload' }, newVersionText],

  // Shown by StartProblem; elsewhere they have no text of their own.
  OfficeMissingError: unknown,
  NotInOutlookError: unknown,
  ScriptBlockedError: unknown,
  OfficeCallError: unknown,
  DialogError: unknown,
  ConfigError: unknown,
  DeadlineError: unknown,
};

/**
 * Text and remedy of anything that was thrown; `trouble.unknown` for what is no `PaneError`.
 */
export function errorText(error: unknown, texts: Texts, task: Task): ErrorText {
  if (!isPaneError(error)) return { text: texts('trouble.unknown'), remedy: 'retry', label: texts('action.retry') };
  const [{ kind, label }, text, taskTexts = {}] = rowOf(error);
  const chosen = (task !== 'look' && taskTexts[task]) || (isChange(task) && taskTexts.change) || text;
  return {
    text: typeof chosen === 'function' ? chosen(error, texts) : texts(chosen),
    // The consent page asks for the permissions to look only.
    remedy: kind === 'consent' && taskTexts[task as keyof typeof taskTexts] && task !== 'change' ? 'none' : kind,
    label: texts(label),
  };
}

function isChange(task: Task): boolean {
  return task !== 'look' && task !== 'contacts';
}

function rowOf(error: PaneError): Row {
  switch (error.name) {
    case 'PictureUnusableError':
      return rows[error.name][error.reason];
    case 'PictureRefusedError':
      return rows[error.name][error.reason];
    case 'UnprovenSaveError':
      return rows[error.name][error.reason];
    default:
      return rows[error.name];
  }
}

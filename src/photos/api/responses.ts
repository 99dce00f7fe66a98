import { ThrottledError, type HttpResponse } from '../http';
import { meaningOf } from './absence';
import { claimsOf } from './authorized';
import {
  PermissionError,
  PictureRefusedError,
  ServiceError,
  SignInRequiredError,
  UnexpectedAnswerError,
  type RefusalReason,
  type Said,
} from './errors';
import type { AbsenceReason, NoPhoto } from './service';

/** A good answer as it came, absence as a value; everything else is thrown as an error of this room. */
export function outcomeOf(answer: HttpResponse, scopes: readonly string[]): HttpResponse | NoPhoto {
  if (answer.status >= 200 && answer.status < 300) return answer;
  if (answer.status === 429) throw new ThrottledError(Date.now());
  const { code, message, said } = complaintOf(answer);
  if (answer.status === 401) throw new SignInRequiredError(said, scopes, claimsOf(answer.headers));
  const meaning = meaningOf(answer.status, code, message);
  if (meaning === 'refused') throw new PermissionError(said);
  if (meaning) return { kind: 'none', reason: meaning };
  throw new ServiceError(said);
}

/** Nothing for a write that was done; everything else is thrown as an error of this room. */
export function writtenOf(answer: HttpResponse, scopes: readonly string[], isUpload: boolean): void {
  if (answer.status >= 200 && answer.status < 300) return;
  if (answer.status === 429) throw new ThrottledError(Date.now());
  const { code, message, said } = complaintOf(answer);
  if (answer.status === 401) throw new SignInRequiredError(said, scopes, claimsOf(answer.headers));
  const meaning = meaningOf(answer.status, code, message);
  if (meaning === 'refused') throw new PermissionError(said);
  if (isUpload && answer.status < 500) throw new PictureRefusedError(said, refusalOf(answer.status, code, meaning));
  throw new ServiceError(said);
}

/** A 404 to an upload is never "no photo": the directory says so of a picture that is too large for it. */
function refusalOf(status: number, code: string, meaning: AbsenceReason | null): RefusalReason {
  if (status === 413 || (status === 404 && meaning === 'notSet')) return 'tooLarge';
  if (/TooSmall$/i.test(code)) return 'tooSmall';
  return meaning === 'onPremises' || meaning === 'noMailbox' ? meaning : 'unclear';
}

/** The JSON of a good answer. @throws UnexpectedAnswerError when it is something else, such as a network's sign-in page. */
export function jsonOf(answer: HttpResponse): unknown {
  try {
    return JSON.parse(textOf(answer));
  } catch {
    throw unexpected(answer);
  }
}

export function unexpected({ status, headers }: HttpResponse): UnexpectedAnswerError {
  return new UnexpectedAnswerError({ status, code: '', requestId: headers.get('request-id') ?? '' });
}

/** What a diagnosis may tell of an answer, good or bad. */
export function saidOf(answer: HttpResponse): Said {
  return complaintOf(answer).said;
}

interface Complaint {
  readonly code: string;
  readonly message: string;
  readonly said: Said;
}

interface ErrorBody {
  readonly error?: {
    readonly code?: unknown;
    readonly message?: unknown;
    readonly innerError?: Readonly<Record<string, unknown>>;
  };
}

function complaintOf(answer: HttpResponse): Complaint {
  const { error } = errorBody(answer);
  const code = text(error?.code);
  const requestId = answer.headers.get('request-id') ?? text(error?.innerError?.['request-id']);
  return { code, message: text(error?.message), said: { status: answer.status, code, requestId } };
}

/** Errors come as JSON, as plain text, as HTML and as nothing at all. */
function errorBody(answer: HttpResponse): ErrorBody {
  try {
    return (JSON.parse(textOf(answer)) as ErrorBody | null) ?? {};
  } catch {
    return {};
  }
}

function textOf({ body }: HttpResponse): string {
  return new TextDecoder().decode(body);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

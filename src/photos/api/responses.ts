import { ThrottledError, type HttpResponse } from '../../http';
import { meaningOf } from './absence';
import {
  PermissionError,
  PictureRefusedError,
  ServiceError,
  SignInRequiredError,
  UnexpectedAnswerError,
  type RefusalReason,
  type ResponseSummary,
} from './errors';
import { imageType } from './imageType';
import type { AbsenceReason, NoPhoto } from './photoService';
import { claimsOf } from './withToken';

/** A response of the photo service, its body parsed once. */
export interface ServiceResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The body where it is JSON; else undefined. */
  readonly json: unknown;
  /** The body as it came; empty for JSON that came inside a batch. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** It took more than one request, so responses requested beside it may be older. */
  readonly isRetried: boolean;
}

/** Parses a response once. Errors come as JSON, as plain text, as HTML and as nothing at all. */
export function parseResponse({ status, headers, body, retried = false }: HttpResponse): ServiceResponse {
  return { status, headers, json: imageType(body) ? undefined : parseJson(body), bytes: body, isRetried: retried };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Text, HTML or nothing.
    return undefined;
  }
}

/** A good response as it is, absence as a value. @throws PhotoServiceError, ThrottledError for every other status. */
export function checkRead(response: ServiceResponse, scopes: readonly string[]): ServiceResponse | NoPhoto {
  const meaning = meaningOrThrow(response, scopes);
  if (meaning === 'success') return response;
  if (meaning) return { kind: 'none', reason: meaning };
  throw new ServiceError(summaryOf(response));
}

/** Returns after a successful write. @throws PhotoServiceError, ThrottledError for every other status. */
export function checkWrite(response: ServiceResponse, scopes: readonly string[], isUpload: boolean): void {
  const meaning = meaningOrThrow(response, scopes);
  if (meaning === 'success') return;
  const summary = summaryOf(response);
  if (isUpload && response.status < 500) throw new PictureRefusedError(summary, refusalOf(summary, meaning));
  throw new ServiceError(summary);
}

/** What reads and writes share. Null: a failure that means neither absence nor a refusal. */
function meaningOrThrow(response: ServiceResponse, scopes: readonly string[]): AbsenceReason | 'success' | null {
  const { status, headers } = response;
  if (status >= 200 && status < 300) return 'success';
  if (status === 429) throw new ThrottledError(Date.now());
  const summary = summaryOf(response);
  if (status === 401) throw new SignInRequiredError(summary, scopes, claimsOf(headers));
  const meaning = meaningOf(status, summary.code, text(errorIn(response).message));
  if (meaning === 'refused') throw new PermissionError(summary);
  return meaning;
}

/** A 404 to an upload never means "no photo": the directory answers so to a picture that is too large for it. */
function refusalOf({ status, code }: ResponseSummary, meaning: AbsenceReason | null): RefusalReason {
  if (status === 413 || (status === 404 && meaning === 'notSet')) return 'tooLarge';
  if (/TooSmall$/i.test(code)) return 'tooSmall';
  return meaning === 'onPremises' || meaning === 'noMailbox' ? meaning : 'unclear';
}

/** What a diagnosis may contain of a response, good or bad. */
export function summaryOf(response: ServiceResponse): ResponseSummary {
  const { code, innerError } = errorIn(response);
  const requestId = response.headers.get('request-id') ?? text(innerError?.['request-id']);
  return { status: response.status, code: text(code), requestId };
}

/** The error for a response that is not what the contract promises. */
export function unexpectedResponse({ status, headers }: ServiceResponse): UnexpectedAnswerError {
  return new UnexpectedAnswerError({ status, code: '', requestId: headers.get('request-id') ?? '' });
}

interface ErrorFields {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly innerError?: Readonly<Record<string, unknown>>;
}

function errorIn({ json }: ServiceResponse): ErrorFields {
  const { error } = (typeof json === 'object' && json !== null ? json : {}) as { error?: ErrorFields | null };
  return error ?? {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

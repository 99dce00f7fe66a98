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
import { uploadLimits } from './sizes';
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

/** Characters of a code or an id in a diagnosis. */
const longestCode = 100;

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

/**
 * Returns after a successful write. `size`: bytes of the picture that was sent; null for a removal.
 * @throws PhotoServiceError, ThrottledError for every other status.
 */
export function checkWrite(response: ServiceResponse, scopes: readonly string[], size: number | null): void {
  const meaning = meaningOrThrow(response, scopes);
  if (meaning === 'success') return;
  const summary = summaryOf(response);
  if (size !== null && response.status < 500) {
    throw new PictureRefusedError(summary, refusalOf(summary, meaning, size));
  }
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

/** A 404 to an upload is a matter of size only where the directory, which answers so, takes no picture of this size. */
function refusalOf({ status, code }: ResponseSummary, meaning: AbsenceReason | null, size: number): RefusalReason {
  if (status === 413) return 'tooLarge';
  if (status === 404 && meaning === 'notSet' && size > uploadLimits.directory.bytes) return 'tooLarge';
  if (/TooSmall$/i.test(code)) return 'tooSmall';
  if (status === 415 || /Invalid\w*Image|Image\w*Invalid/i.test(code)) return 'badPicture';
  return meaning === 'onPremises' || meaning === 'noMailbox' ? meaning : 'unclear';
}

/** What a diagnosis may contain of a response, good or bad. */
export function summaryOf(response: ServiceResponse): ResponseSummary {
  const { code, innerError } = errorIn(response);
  const requestId = response.headers.get('request-id') ?? text(innerError?.['request-id']);
  return {
    status: response.status,
    code: text(code).slice(0, longestCode),
    requestId: requestId.slice(0, longestCode),
  };
}

/** The error for a response that is not what the contract promises. */
export function unexpectedResponse(response: ServiceResponse): UnexpectedAnswerError {
  const { json, bytes, headers } = response;
  return new UnexpectedAnswerError(summaryOf(response), {
    type: headers.get('content-type') ?? '',
    start: json === undefined ? new TextDecoder().decode(bytes.subarray(0, 20)) : '{',
  });
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

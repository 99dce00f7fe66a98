import { ResponseTooLargeError } from '../http';
import {
  PermissionError,
  PictureRefusedError,
  ServiceError,
  UnexpectedAnswerError,
  UnprovenSaveError,
  type ResponseSummary,
} from '../photos';
import type { LineRefusal, LineState } from './runLine';

const noResponse: ResponseSummary = { status: 0, code: '', requestId: '' };

/** The end of a line whose change failed for a reason of its own; null: what failed stops all lines alike. */
export function refusalOf(error: unknown): Extract<LineState, { kind: 'refused' }> | null {
  const refused = (reason: LineRefusal, { status, code, requestId }: ResponseSummary) =>
    ({ kind: 'refused', reason, status, code, requestId }) as const;
  if (error instanceof PictureRefusedError) return refused(error.reason, error);
  if (error instanceof PermissionError) return refused('notAllowed', error);
  if (error instanceof ServiceError || error instanceof UnexpectedAnswerError) return refused('serviceFailed', error);
  if (error instanceof ResponseTooLargeError) return refused('serviceFailed', noResponse);
  if (!(error instanceof UnprovenSaveError) || error.reason === 'unknown') return null;
  return refused('changedElsewhere', error.cause instanceof PictureRefusedError ? error.cause : noResponse);
}

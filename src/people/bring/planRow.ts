import type { NewLine, PlanKind, RunPerson } from '../../bulk';
import { lineOf } from '../../bulk';
import type { RenderLimits } from '../../editor';
import { uploadLimits, type PhotoResult } from '../../photos';
import type { ChosenPhoto } from './chosenFiles';
import type { Cut } from './cutter';

/** What is to be done for a person: save a photo, or remove today's (`file` null). */
export interface PlanTask {
  readonly person: RunPerson;
  readonly file: ChosenPhoto | null;
}

/**
 * What a run would do. `removed`: today's photo; `nothing`: there is none to remove; `onPremises`: the photo is on the
 * organization's own server, where the service cannot change it; `unusable`: no photo can be made of the file.
 */
export type RowKind = PlanKind | 'removed' | 'nothing' | 'onPremises' | 'unusable';

/** One line of a plan. */
export interface PlanRow {
  readonly task: PlanTask;
  readonly kind: RowKind;
  /** The kind before the cut was changed: a row stays in its place. */
  readonly firstKind: RowKind;
  /** Today's photo; null where it could not be read. */
  readonly held: PhotoResult | null;
  /** The new photo; null where there is none. */
  readonly cut: Cut | null;
  /** Why the file is unusable, or why today's photo could not be read; null otherwise. */
  readonly error: Error | null;
}

/** In the order in which a plan names them. */
export const rowKinds: readonly RowKind[] = [
  'new',
  'replaced',
  'removed',
  'unreadable',
  'unusable',
  'onPremises',
  'unchanged',
  'nothing',
];

/** Whether a run can do something for a row. */
export function canRun({ kind }: PlanRow): boolean {
  return kind === 'new' || kind === 'replaced' || kind === 'removed' || kind === 'unreadable';
}

/** Whether it is part of the run unless it is added: a photo that cannot be read cannot be brought back by an undo. */
export function isPlanned(row: PlanRow): boolean {
  return canRun(row) && row.kind !== 'unreadable';
}

/** What the service accepts as the photo of a person: it keeps that of a person without a mailbox in another place. */
export function limitsOf({ held }: Pick<PlanRow, 'held'>): RenderLimits {
  const hasNoMailbox = held?.kind === 'none' && held.reason === 'noMailbox';
  return uploadLimits[hasNoMailbox ? 'directory' : 'mailbox'];
}

/** The line of a run for a row. */
export function newLineOf({ task: { person, file }, cut, held }: PlanRow): NewLine {
  if (cut && file) return lineOf({ person, file: file.path, photo: cut.photo, held });
  const eTag = held && held.kind !== 'none' ? held.metadata?.eTag : null;
  return { person, file: null, photo: null, ...(eTag && { replaces: eTag }) };
}

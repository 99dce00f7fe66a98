import type { PhotoResult } from '../photos';
import type { PhotoWriter } from './photoWriter';
import type { NewLine, RunPerson } from './runLine';

/**
 * What a run would do for a person. `unreadable`: today's photo could not be read, so that it could not be kept; such a line
 * is refused unless it can be read by then.
 */
export type PlanKind = 'new' | 'replaced' | 'unchanged' | 'unreadable';

/** A photo that is to be saved, and what the person has today. */
export interface PlannedPhoto {
  readonly person: RunPerson;
  readonly file: string;
  readonly photo: Blob;
  /** In its largest size; null where it could not be read. */
  readonly held: PhotoResult | null;
}

/** What a run would do for a photo. */
export async function planKindOf(
  { photo, held }: Pick<PlannedPhoto, 'photo' | 'held'>,
  isSame: PhotoWriter['isSame'],
): Promise<PlanKind> {
  if (held === null) return 'unreadable';
  if (held.kind === 'none') return 'new';
  return held.kind === 'photo' && (await isSame(held.picture, photo)) ? 'unchanged' : 'replaced';
}

/** The line of a run for a planned photo: what the plan has shown is what it replaces. */
export function lineOf({ person, file, photo, held }: PlannedPhoto): NewLine {
  const eTag = held && held.kind !== 'none' ? (held.metadata?.eTag ?? undefined) : null;
  return { person, file, photo, ...(held && eTag !== undefined && { replaces: eTag }) };
}

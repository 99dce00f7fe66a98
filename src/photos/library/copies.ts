import type { Copy } from './kept/keeping';
import type { Replaced } from './kept/answer';
import type { Known } from './portrait';
import type { NoPhoto, Photo, PhotoAnswer } from './service';

/** What somebody wants to see of a person. */
export interface Wanted {
  /** What the picture is drawn at, in device pixels. */
  readonly pixels: number;
  /** The metadata too, and not the picture alone. */
  readonly whole: boolean;
}

/** How long an answer counts without asking again, by what it is. Milliseconds. */
const fresh = { photo: 86_400_000, none: 3_600_000, untold: 60_000 };

/** How long a photo that was saved here counts more than the one it replaced. Milliseconds. */
export const replacedFor = 86_400_000;

/** How much longer it counts, in milliseconds; negative: it is to be asked for again. */
export function freshFor({ answer, readAt }: Copy, now: number): number {
  return readAt + fresh[isUntold(answer) ? 'untold' : answer.kind] - now;
}

/** Whether it is all that is wanted. Absence always is. */
export function covers({ answer, pixels }: Copy, wanted: Wanted): boolean {
  if (answer.kind === 'none') return true;
  return pixels >= wanted.pixels && (!wanted.whole || answer.metadata !== null);
}

/** The latest copy that is all that is wanted and still true by what is known since. */
export function bestOf(copies: readonly Known[], wanted: Wanted): Known | undefined {
  const [latest] = latestFirst(copies);
  const best = latestFirst(copies).find((copy) => covers(copy, wanted));
  return best && latest && !differ(best.answer, latest.answer) ? best : undefined;
}

export function latestFirst(copies: readonly Known[]): readonly Known[] {
  return [...copies].sort((one, other) => other.readAt - one.readAt);
}

/** Whether these are certainly not the same photo. Pictures alone cannot be told apart. */
export function differ(one: PhotoAnswer, other: PhotoAnswer): boolean {
  if (one.kind === 'none' || other.kind === 'none') return one.kind !== other.kind;
  const [eTag, another] = [eTagOf(one), eTagOf(other)];
  return eTag !== null && another !== null && eTag !== another;
}

export function eTagOf(answer: PhotoAnswer): string | null {
  return answer.kind === 'none' ? null : (answer.metadata?.eTag ?? null);
}

/** Whether an answer still tells what a save on this machine has replaced. */
export function isReplaced(answer: Photo | NoPhoto, { eTag }: Replaced): boolean {
  return eTag === null ? answer.kind === 'none' : eTagOf(answer) === eTag;
}

/** The service took it, but did not tell it yet. */
function isUntold(answer: Photo | NoPhoto): boolean {
  return answer.kind === 'photo' && answer.metadata?.id === '';
}

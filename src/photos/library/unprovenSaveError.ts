import type { NoPhoto, Photo } from '../api/photoService';

/**
 * Why a save counts as not done. `changedElsewhere`: the service holds neither this photo nor the one from before;
 * `unknown`: the connection broke, and what the service holds could not be read.
 */
export type UnprovenReason = 'changedElsewhere' | 'unknown';

/** The service may hold another photo than the one that was sent. */
export class UnprovenSaveError extends Error {
  override readonly name = 'UnprovenSaveError';
  readonly reason: UnprovenReason;
  /** What the service holds; null where that is not known. */
  readonly held: Photo | NoPhoto | null;

  constructor(reason: UnprovenReason, held: Photo | NoPhoto | null, cause: Error | null) {
    super(`The save is not proven: ${reason}`, { cause });
    this.reason = reason;
    this.held = held;
  }
}

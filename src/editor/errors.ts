import type { Unusable, UnusableReason } from './worker/protocol';

/** The picture cannot be used for `reason`. */
export class PictureUnusableError extends Error {
  override readonly name = 'PictureUnusableError';
  readonly reason: UnusableReason;
  /** What the file is where the reason is `otherKind`: `raw`, `video`, or the name of a format. */
  readonly fileKind: string;

  constructor(reason: UnusableReason, { fileKind = '' }: Pick<Unusable, 'fileKind'> = {}) {
    super(`The picture cannot be used: ${reason}`);
    this.reason = reason;
    this.fileKind = fileKind;
  }
}

/** The worker crashed, most likely out of memory. The next call starts a new one. */
export class EditorCrashedError extends Error {
  override readonly name = 'EditorCrashedError';
}

/** The worker's script did not load. The next call loads it again. */
export class EditorNotLoadedError extends Error {
  override readonly name = 'EditorNotLoadedError';
}

/** Everything that the editor throws, besides the reason of an abort. */
export type EditorError = PictureUnusableError | EditorCrashedError | EditorNotLoadedError;

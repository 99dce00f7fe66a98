/**
 * Why an archive, or a file in it, is not read. `notAnArchive`: no ZIP; `damaged`: a part is missing or has changed;
 * `encrypted`: it needs a password; `unsupported`: split, or compressed in a rare way; `tooLarge`: unfolded, it is larger than
 * any picture or list; `tooMany`: it lists more files than any organization has people.
 */
export type ArchiveProblem = 'notAnArchive' | 'damaged' | 'encrypted' | 'unsupported' | 'tooLarge' | 'tooMany';

/** An archive, or a file in it, cannot be read. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly reason: ArchiveProblem;

  constructor(reason: ArchiveProblem, cause?: unknown) {
    super(`The archive cannot be read: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** A new version has replaced the files of the one that is open: only a reload helps. */
export class NewVersionError extends Error {
  override readonly name = 'NewVersionError';
}

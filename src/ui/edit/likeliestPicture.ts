/** The first file that may be an image, else the first: its bytes say what it is. Some systems give files no type. */
export function likeliestPicture(files: Iterable<Blob> | undefined): Blob | null {
  const all = [...(files ?? [])];
  return all.find(({ type, size }) => type.startsWith('image/') || (type === '' && size > 0)) ?? all[0] ?? null;
}

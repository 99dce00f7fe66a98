/** Saves a picture as a file that is named after a person. */
export function savePicture(picture: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = `${fileName(name)}.${picture.type.split('/')[1] ?? 'jpeg'}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A name without characters that file systems reject. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N} .,@'-]/gu, '_').slice(0, 80);
}

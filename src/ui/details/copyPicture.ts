/** Copies a picture to the clipboard. Only inside a click. @throws where the host forbids it. */
export async function copyPicture(picture: Blob): Promise<void> {
  // A promise, since writing is allowed only inside the click and the conversion ends after it.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(picture) })]);
}

/** As PNG, the one image type that every clipboard accepts. */
async function asPng(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

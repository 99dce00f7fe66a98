import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useTexts } from '../services';

/** The button that copies a picture, and whether that worked: hosts may forbid it. */
export function CopyPicture({ picture }: { picture: Blob }) {
  const texts = useTexts();
  const [outcome, setOutcome] = useState<'copied' | 'forbidden' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      // A promise, since writing is allowed only inside the click and the conversion ends after it.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(picture) })]);
      setOutcome('copied');
    } catch {
      setOutcome('forbidden');
    }
  };
  return (
    <>
      <Button onClick={() => void copy()}>{texts('action.copy')}</Button>
      <Text role="status">{outcome && texts(`details.${outcome}`)}</Text>
    </>
  );
}

/** As PNG, the one image type that every clipboard accepts. */
async function asPng(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

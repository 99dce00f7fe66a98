import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../services';

/** Saves the picture that is shown as a file on the machine. */
export function SavePicture({ picture, name }: { picture: Blob; name: string }) {
  const words = useWords();
  const save = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(picture);
    link.download = `${fileName(name)}.${picture.type.split('/')[1] ?? 'jpeg'}`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return <Button onClick={save}>{words('action.save')}</Button>;
}

/** Puts the picture that is shown on the clipboard, and says whether that worked: hosts may forbid it. */
export function CopyPicture({ picture }: { picture: Blob }) {
  const words = useWords();
  const [outcome, setOutcome] = useState<'copied' | 'forbidden' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      // The promise, not its value: the click is over by the time the picture is converted.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(picture) })]);
      setOutcome('copied');
    } catch {
      setOutcome('forbidden');
    }
  };
  return (
    <>
      <Button onClick={() => void copy()}>{words('action.copy')}</Button>
      <Text role="status">{outcome && words(`details.${outcome}`)}</Text>
    </>
  );
}

/** The one kind of picture that every clipboard takes. */
async function asPng(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Names hold what file systems do not. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N} .,@'-]/gu, '_').slice(0, 80);
}

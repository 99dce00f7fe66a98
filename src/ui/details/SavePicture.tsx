import { Button } from '@fluentui/react-components';
import { useTexts } from '../services';

/** The button that saves a picture as a file. */
export function SavePicture({ picture, name }: { picture: Blob; name: string }) {
  const texts = useTexts();
  const save = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(picture);
    link.download = `${fileName(name)}.${picture.type.split('/')[1] ?? 'jpeg'}`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return <Button onClick={save}>{texts('action.save')}</Button>;
}

/** A name without characters that file systems reject. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N} .,@'-]/gu, '_').slice(0, 80);
}

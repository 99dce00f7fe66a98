import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { DocumentMultiple20Regular } from '@fluentui/react-icons/svg/document-multiple';
import { Folder20Regular } from '@fluentui/react-icons/svg/folder';
import { tokens } from '@fluentui/tokens';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { usePageTexts } from '../texts';
import type { NamedFile } from './chosenFiles';
import { droppedFiles, filesOf } from './droppedFiles';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalXXL,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: {
    border: `1px dashed ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** Pictures of every kind, archives and lists. */
const accepted = 'image/*,.heic,.heif,.tif,.tiff,.zip,.csv,.tsv';

/** Where files, a folder or an archive are chosen. They may be dropped anywhere on the page. */
export function FileDrop({ onFiles }: { onFiles: (files: readonly NamedFile[]) => void }) {
  const styles = useStyles();
  const texts = usePageTexts();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const end = new AbortController();
    const on = (name: 'dragover' | 'dragleave' | 'drop', over: boolean, take?: (data: DataTransfer) => void): void =>
      document.addEventListener(
        name,
        (event) => {
          // The browser would open the file in place of the page.
          event.preventDefault();
          setIsOver(over);
          if (event.dataTransfer) take?.(event.dataTransfer);
        },
        { signal: end.signal },
      );
    on('dragover', true);
    on('dragleave', false);
    on('drop', false, (data) => void droppedFiles(data).then(onFiles));
    return () => end.abort();
  }, [onFiles]);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const input = (ref: RefObject<HTMLInputElement | null>, properties: object) => (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      {...properties}
      onChange={({ currentTarget }) => {
        onFiles(filesOf(currentTarget.files));
        // The same files can be chosen once more.
        currentTarget.value = '';
      }}
    />
  );
  return (
    <div className={mergeClasses(styles.root, isOver && styles.over)}>
      {input(files, { accept: accepted })}
      {input(folder, { webkitdirectory: true })}
      <Button icon={<DocumentMultiple20Regular />} onClick={() => files.current?.click()}>
        {texts('add.files')}
      </Button>
      <Button icon={<Folder20Regular />} onClick={() => folder.current?.click()}>
        {texts('add.folder')}
      </Button>
      <span className={styles.hint}>{texts('add.drop')}</span>
    </div>
  );
}

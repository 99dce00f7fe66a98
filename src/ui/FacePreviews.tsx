import { makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useState } from 'react';
import type { PictureEdit } from '../editor';
import { Face } from './Face';
import { useServices, useWords } from './services';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  sheets: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  sheet: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalS,
    minHeight: '96px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  light: { backgroundColor: '#ffffff' },
  dark: { backgroundColor: '#292929' },
});

/** Diameters that Outlook draws, in CSS pixels. */
const diameters = [32, 48, 96] as const;

/** How long the hand has to rest before the previews follow. Milliseconds. */
const rest = 120;

/** My photo as Outlook will draw it: in its sizes, round, on light and on dark. */
export function FacePreviews({ edit }: { edit: PictureEdit }) {
  const styles = useStyles();
  const words = useWords();
  const { editor } = useServices();
  const [picture, setPicture] = useState<Blob | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      const pixels = Math.ceil(96 * window.devicePixelRatio);
      editor.render(edit, { pixels, bytes: Infinity }).then(
        ({ jpeg }) => {
          if (isCurrent) setPicture(jpeg);
        },
        // Saving the same edit says in words what is wrong with it.
        () => undefined,
      );
    }, rest);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [editor, edit]);
  return (
    <div className={styles.root}>
      <Text>{words('edit.previews')}</Text>
      <div className={styles.sheets}>
        {[styles.light, styles.dark].map((sheet) => (
          <div key={sheet} className={`${styles.sheet} ${sheet}`}>
            {picture &&
              diameters.map((size) => (
                <span key={size} role="img" aria-label={words('edit.preview', { pixels: size })}>
                  <Face name="" picture={picture} size={size} />
                </span>
              ))}
          </div>
        ))}
      </div>
    </div>
  );
}

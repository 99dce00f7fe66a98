import { makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useState } from 'react';
import type { PictureEdit } from '../../editor';
import { Face } from '../person/Face';
import { useServices, useTexts } from '../services';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  previews: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  preview: {
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

/** Previews are rendered once an edit has not changed for this long, so that a drag renders once. Milliseconds. */
const previewDebounce = 120;

/** The edited photo as Outlook will draw it: round, in its sizes, on light and on dark. */
export function FacePreviews({ edit }: { edit: PictureEdit }) {
  const styles = useStyles();
  const texts = useTexts();
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
        // Saving the same edit fails in the same way, and shows the error.
        () => undefined,
      );
    }, previewDebounce);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [editor, edit]);
  return (
    <div className={styles.root}>
      <Text>{texts('edit.previews')}</Text>
      <div className={styles.previews}>
        {[styles.light, styles.dark].map((background) => (
          <div key={background} className={`${styles.preview} ${background}`}>
            {picture &&
              diameters.map((size) => (
                <span key={size} role="img" aria-label={texts('edit.preview', { pixels: size })}>
                  <Face name="" picture={picture} size={size} />
                </span>
              ))}
          </div>
        ))}
      </div>
    </div>
  );
}

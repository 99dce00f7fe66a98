import { makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useState } from 'react';
import type { ImageEditor, PictureEdit } from '../../editor';
import { Face } from '../person/Face';
import type { CropTexts } from './cropTexts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingInlineStart: tokens.spacingHorizontalXS,
  },
  text: { flexGrow: 1 },
  preview: {
    // The colors are those of Outlook's themes.
    forcedColorAdjust: 'none',
    display: 'flex',
    boxSizing: 'border-box',
    width: '44px',
    height: '44px',
    padding: '5px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  face: { display: 'flex' },
  light: { backgroundColor: '#ffffff' },
  dark: { backgroundColor: '#292929' },
});

/** The diameter that Outlook draws in lists, in CSS pixels. Larger ones are seen under the mask. */
const diameter = 32;

/** Sharp on a screen of three times the resolution. */
const previewPixels = 3 * diameter;

/** Previews are rendered once an edit has not changed for this long, so that a drag renders once. Milliseconds. */
const previewDebounce = 120;

interface FacePreviewsProps {
  readonly edit: PictureEdit;
  /** Holds the picture. */
  readonly images: Pick<ImageEditor, 'render'>;
  readonly texts: CropTexts;
}

/** The edited photo as Outlook will draw it: round and small, on light and on dark. */
export function FacePreviews({ edit, images, texts }: FacePreviewsProps) {
  const styles = useStyles();
  const [picture, setPicture] = useState<Blob | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      images.render(edit, { pixels: previewPixels, bytes: Infinity }).then(
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
  }, [images, edit]);
  return (
    <div className={styles.root}>
      <Text className={styles.text}>{texts('edit.previews')}</Text>
      {[styles.light, styles.dark].map((background) => (
        <div key={background} className={mergeClasses(styles.preview, background)}>
          {picture && (
            <span className={styles.face} role="img" aria-label={texts('edit.preview', { pixels: diameter })}>
              <Face name="" picture={picture} size={diameter} />
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

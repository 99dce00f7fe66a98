import { makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useId, useMemo } from 'react';
import type { ImageEditor } from '../../editor';
import { useAfterPaint } from '../parts/useAfterPaint';
import { CropArea } from './CropArea';
import type { CropTexts } from './cropTexts';
import { TurnButtons, ZoomControl, type EditControlProps } from './EditControls';
import { FacePreviews } from './FacePreviews';
import { FinerTools } from './FinerTools';
import { editOf, sideOf, type PictureDraft } from './pictureDraft';

const useStyles = makeStyles({
  tools: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

interface CropToolsProps extends EditControlProps {
  /** Holds the picture. */
  readonly images: Pick<ImageEditor, 'render'>;
}

/**
 * Crops a photo out of a picture: by mouse, touch, wheel, keyboard, or buttons. In a column, of which the picture takes what
 * its tools leave, up to 360 CSS pixels.
 */
export function CropTools({ images, ...controls }: CropToolsProps) {
  const styles = useStyles();
  const toolsId = useId();
  const { draft, texts } = controls;
  const { area, quarters, angle, flipped } = draft;
  const hasMoreTools = useAfterPaint(draft.hasMoreTools);
  const edit = useMemo(() => editOf({ area, quarters, angle, flipped }), [area, quarters, angle, flipped]);
  return (
    <>
      <CropArea {...controls} />
      <div className={styles.tools}>
        <ZoomControl {...controls} />
        <TurnButtons {...controls} toolsId={toolsId} />
        {hasMoreTools && (
          <>
            <FinerTools {...controls} id={toolsId} />
            <FacePreviews edit={edit} images={images} texts={texts} />
          </>
        )}
      </div>
    </>
  );
}

/** A smaller photo is blurred at the largest size that Outlook draws. Pixels. */
const sharpPixels = 96;

/** That what the mask shows is small, or `usual`. */
export function cropHint(draft: PictureDraft, texts: CropTexts, usual = texts('edit.hint')): string {
  const pixels = Math.round(draft.area ? sideOf(draft.picture, editOf(draft)) : Infinity);
  return pixels < sharpPixels ? texts('edit.small', { pixels }) : usual;
}

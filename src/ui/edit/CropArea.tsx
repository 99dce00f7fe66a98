import { makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useMemo } from 'react';
import Cropper from 'react-easy-crop';
import { useTexts } from '../services';
import { rotationOf } from './draft';
import { largestZoom, type EditControlProps } from './EditControls';

const useStyles = makeStyles({
  area: { position: 'relative', height: '240px', backgroundColor: tokens.colorNeutralBackground5 },
  mask: { outlineOffset: '-2px', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
});

/** The picture under a round mask; moved by pointer, wheel and arrow keys. */
export function CropArea({ draft, editor }: EditControlProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { picture, crop, zoom, flipped } = draft;
  const rotation = rotationOf(draft);
  const transform = `translate(${crop.x}px, ${crop.y}px) rotate(${rotation}deg) scale(${flipped ? -zoom : zoom}, ${zoom})`;
  return (
    <div className={styles.area}>
      <Cropper
        image={useObjectUrl(picture.preview)}
        crop={crop}
        zoom={zoom}
        maxZoom={largestZoom}
        rotation={rotation}
        transform={transform}
        aspect={1}
        cropShape="round"
        showGrid={false}
        objectFit="contain"
        disableAutomaticStylesInjection
        classes={{ cropAreaClassName: styles.mask }}
        cropperProps={{ 'aria-label': texts('edit.area'), role: 'application' }}
        mediaProps={{ alt: '' }}
        onCropChange={(next) => editor.edit({ crop: next })}
        onZoomChange={(next) => editor.edit({ zoom: next })}
        onCropAreaChange={(next) => editor.edit({ area: next })}
      />
    </div>
  );
}

/** An object URL of a picture, revoked when the component goes. */
function useObjectUrl(picture: Blob): string {
  const url = useMemo(() => URL.createObjectURL(picture), [picture]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return url;
}

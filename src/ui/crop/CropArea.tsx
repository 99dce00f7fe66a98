import { makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import Cropper from 'react-easy-crop';
import type { EditControlProps } from './EditControls';
import { focusIfLost } from './lostFocus';
import { largestZoomOf, rotationOf } from './pictureDraft';

/** What is outside of the round photo. */
const scrim = '0 0 0 9999em rgba(0, 0, 0, 0.6)';

const useStyles = makeStyles({
  // As high as the pane allows, and not higher than wide.
  area: {
    flex: '1 1 120px',
    minHeight: '120px',
    maxHeight: `min(100vw - 2 * ${tokens.spacingHorizontalL}, 360px)`,
    containerType: 'size',
    display: 'flex',
    justifyContent: 'center',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground5,
  },
  square: { position: 'relative', flexShrink: 0, width: '100cqh', height: '100cqh' },
  // Light and dark lines beside each other are visible on any picture; forced colors would remove what is outside.
  mask: {
    forcedColorAdjust: 'none',
    ':focus-visible': { outline: '2px solid #fff', outlineOffset: '-6px' },
  },
});

// Inline, since the cropper's own rules are as specific as a class of ours.
const cropperStyle = {
  // The picture around the square is seen too.
  containerStyle: { overflow: 'visible' },
  cropAreaStyle: { border: '2px solid #fff', boxShadow: `${scrim}, inset 0 0 0 1px #000` },
} as const;

/** The picture under a round mask, which shows the photo as it will be; moved by pointer, wheel and arrow keys. */
export function CropArea({ draft, editor, texts }: EditControlProps) {
  const styles = useStyles();
  const mask = useRef<RefObject<HTMLDivElement | null> | null>(null);
  const { picture, crop, zoom, flipped, area, start, restarts } = draft;
  const isDrawn = area !== null;
  const image = useObjectUrl(picture.preview);
  useEffect(() => {
    if (isDrawn) focusIfLost(mask.current?.current);
  }, [isDrawn]);
  const rotation = rotationOf(draft);
  const transform = `translate(${crop.x}px, ${crop.y}px) rotate(${rotation}deg) scale(${flipped ? -zoom : zoom}, ${zoom})`;
  return (
    <div className={styles.area} dir="ltr">
      <div className={styles.square}>
        <Cropper
          // Another picture has another one: this one would give areas of the size that it knows.
          key={`${restarts} ${image}`}
          image={image}
          crop={crop}
          zoom={zoom}
          maxZoom={largestZoomOf(draft)}
          {...(start && { initialCroppedAreaPercentages: start.area })}
          rotation={rotation}
          transform={transform}
          aspect={1}
          cropShape="round"
          showGrid={false}
          objectFit="cover"
          disableAutomaticStylesInjection
          style={cropperStyle}
          classes={{ cropAreaClassName: styles.mask }}
          cropperProps={{ 'aria-label': texts('edit.area'), role: 'application' }}
          mediaProps={{ alt: '' }}
          setCropperRef={(ref) => {
            mask.current = ref;
          }}
          onCropChange={(next) => editor.edit({ crop: next })}
          onZoomChange={(next) => editor.edit({ zoom: next })}
          onCropAreaChange={(next) => editor.edit({ area: next })}
        />
      </div>
    </div>
  );
}

/** An object URL of a picture, revoked when the component goes. */
function useObjectUrl(picture: Blob): string {
  const url = useMemo(() => URL.createObjectURL(picture), [picture]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return url;
}

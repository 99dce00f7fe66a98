import { Button, Label, makeStyles, Slider, Subtitle2, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useId, useMemo, useRef } from 'react';
import Cropper from 'react-easy-crop';
import { FacePreviews } from './FacePreviews';
import { editOf, rotationOf, startOver, type Draft, type PhotoEditing } from './photoEditor';
import ErrorMessage from '../parts/ErrorMessage';
import { useWords } from '../services';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXL}`,
  },
  title: { margin: 0 },
  area: { position: 'relative', height: '240px', backgroundColor: tokens.colorNeutralBackground5 },
  mask: { outlineOffset: '-2px', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  move: { minWidth: '40px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  slider: { display: 'flex', flexDirection: 'column' },
});

/** Closer than this, no photo has enough pixels left. */
const largestZoom = 5;

/** A click moves the picture so far, in CSS pixels. */
const step = 12;

const moves = [
  ['edit.toLeft', '←', -step, 0],
  ['edit.up', '↑', 0, -step],
  ['edit.down', '↓', 0, step],
  ['edit.toRight', '→', step, 0],
] as const;

/** Cuts a photo out of a picture: by mouse, touch, wheel, keyboard, or by single clicks. */
export default function EditorScreen({ editing, draft }: { editing: PhotoEditing; draft: Draft }) {
  const styles = useStyles();
  const words = useWords();
  const { activity } = editing;
  const isSaving = activity.kind === 'saving';
  const { picture, crop, zoom, quarters, angle, flipped, area } = draft;
  const address = useAddress(picture.preview);
  const rotation = rotationOf(draft);
  const transform = `translate(${crop.x}px, ${crop.y}px) rotate(${rotation}deg) scale(${flipped ? -zoom : zoom}, ${zoom})`;
  const edit = useMemo(() => editOf({ area, rotation, flipped }), [area, rotation, flipped]);
  const pixels = Math.floor((Math.max(picture.width, picture.height) * (area?.width ?? 100)) / 100);
  const notice = useRef<HTMLDivElement>(null);
  // It stands at the end of a long screen.
  useEffect(() => {
    if (activity.kind === 'failed') notice.current?.scrollIntoView({ block: 'nearest' });
  }, [activity]);
  return (
    <section className={styles.root} aria-label={words('edit.title')}>
      <Subtitle2 as="h2" className={styles.title}>
        {words('edit.title')}
      </Subtitle2>
      <div className={styles.area}>
        <Cropper
          image={address}
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
          cropperProps={{ 'aria-label': words('edit.area'), role: 'application' }}
          mediaProps={{ alt: '' }}
          onCropChange={(next) => editing.edit({ crop: next })}
          onZoomChange={(next) => editing.edit({ zoom: next })}
          onCropAreaChange={(next) => editing.edit({ area: next })}
        />
      </div>
      <div className={styles.row}>
        {moves.map(([label, sign, x, y]) => (
          <Button
            key={label}
            size="small"
            className={styles.move}
            aria-label={words(label)}
            onClick={() => editing.edit({ crop: { x: crop.x + x, y: crop.y + y } })}
          >
            {sign}
          </Button>
        ))}
      </div>
      {/* In tenths: the slider steps by whole numbers. */}
      <Dial
        label={words('edit.zoom')}
        value={Math.round(zoom * 10)}
        min={10}
        max={largestZoom * 10}
        onChange={(next) => editing.edit({ zoom: next / 10 })}
      />
      <Dial
        label={words('edit.angle')}
        value={angle}
        min={-45}
        max={45}
        onChange={(next) => editing.edit({ angle: next })}
      />
      <div className={styles.row}>
        <Button size="small" onClick={() => editing.edit({ quarters: quarters - 1 })}>
          {words('edit.turnLeft')}
        </Button>
        <Button size="small" onClick={() => editing.edit({ quarters: quarters + 1 })}>
          {words('edit.turnRight')}
        </Button>
        <Button size="small" aria-pressed={flipped} onClick={() => editing.edit({ flipped: !flipped })}>
          {words('edit.flip')}
        </Button>
        <Button size="small" onClick={() => editing.edit(startOver)}>
          {words('edit.reset')}
        </Button>
      </div>
      <FacePreviews edit={edit} />
      {pixels < 96 && <Text>{words('edit.small', { pixels })}</Text>}
      <Text role="status">{isSaving && words(`saving.${activity.step}`)}</Text>
      <div ref={notice}>
        {activity.kind === 'failed' && <ErrorMessage writing error={activity.error} onRetry={activity.again} />}
      </div>
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={isSaving} onClick={() => editing.save()}>
          {words('edit.save')}
        </Button>
        <Button onClick={() => editing.cancel()}>{words(isSaving ? 'edit.stop' : 'edit.cancel')}</Button>
      </div>
    </section>
  );
}

interface DialProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function Dial({ label, onChange, ...range }: DialProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.slider}>
      <Label htmlFor={id}>{label}</Label>
      <Slider id={id} {...range} onChange={(_event, { value }) => onChange(value)} />
    </div>
  );
}

/** An address for a picture, for as long as it is drawn. */
function useAddress(picture: Blob): string {
  const address = useMemo(() => URL.createObjectURL(picture), [picture]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return address;
}

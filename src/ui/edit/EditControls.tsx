import { Button, Label, makeStyles, Slider } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useId } from 'react';
import { useTexts } from '../services';
import { startPosition, type Draft } from './draft';
import type { PhotoEditor } from './photoEditor';

const useStyles = makeStyles({
  move: { minWidth: '40px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  slider: { display: 'flex', flexDirection: 'column' },
});

/** A larger zoom leaves too few pixels of any picture. */
export const largestZoom = 5;

/** Distance that one click moves the picture, in CSS pixels. */
const moveStep = 12;

const moves = [
  ['edit.toLeft', '←', -moveStep, 0],
  ['edit.up', '↑', 0, -moveStep],
  ['edit.down', '↓', 0, moveStep],
  ['edit.toRight', '→', moveStep, 0],
] as const;

export interface EditControlProps {
  readonly draft: Draft;
  readonly editor: Pick<PhotoEditor, 'edit'>;
}

export function MoveButtons({ draft: { crop }, editor }: EditControlProps) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div className={styles.row}>
      {moves.map(([label, sign, x, y]) => (
        <Button
          key={label}
          size="small"
          className={styles.move}
          aria-label={texts(label)}
          onClick={() => editor.edit({ crop: { x: crop.x + x, y: crop.y + y } })}
        >
          {sign}
        </Button>
      ))}
    </div>
  );
}

export function ZoomAndAngle({ draft: { zoom, angle }, editor }: EditControlProps) {
  const texts = useTexts();
  return (
    <>
      {/* In tenths: the slider steps by whole numbers. */}
      <LabeledSlider
        label={texts('edit.zoom')}
        value={Math.round(zoom * 10)}
        min={10}
        max={largestZoom * 10}
        onChange={(next) => editor.edit({ zoom: next / 10 })}
      />
      <LabeledSlider
        label={texts('edit.angle')}
        value={angle}
        min={-45}
        max={45}
        onChange={(next) => editor.edit({ angle: next })}
      />
    </>
  );
}

export function TurnButtons({ draft: { quarters, flipped }, editor }: EditControlProps) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div className={styles.row}>
      <Button size="small" onClick={() => editor.edit({ quarters: quarters - 1 })}>
        {texts('edit.turnLeft')}
      </Button>
      <Button size="small" onClick={() => editor.edit({ quarters: quarters + 1 })}>
        {texts('edit.turnRight')}
      </Button>
      <Button size="small" aria-pressed={flipped} onClick={() => editor.edit({ flipped: !flipped })}>
        {texts('edit.flip')}
      </Button>
      <Button size="small" onClick={() => editor.edit(startPosition)}>
        {texts('edit.reset')}
      </Button>
    </div>
  );
}

interface LabeledSliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function LabeledSlider({ label, onChange, ...range }: LabeledSliderProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.slider}>
      <Label htmlFor={id}>{label}</Label>
      <Slider id={id} {...range} onChange={(_event, { value }) => onChange(value)} />
    </div>
  );
}

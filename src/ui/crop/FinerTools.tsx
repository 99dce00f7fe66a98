import { Button, Label, makeStyles, Slider } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { ArrowRight20Regular } from '@fluentui/react-icons/svg/arrow-right';
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up';
import { FlipHorizontal20Regular } from '@fluentui/react-icons/svg/flip-horizontal';
import { tokens } from '@fluentui/tokens';
import { useId } from 'react';
import type { CropTexts } from './cropTexts';
import type { EditControlProps } from './EditControls';
import { IconButton } from './IconButton';
import { startAgain } from './pictureDraft';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  angle: { display: 'flex', alignItems: 'center', paddingInlineStart: tokens.spacingHorizontalXS },
  slider: { flexGrow: 1, minWidth: 0 },
  reset: { marginInlineStart: 'auto', minWidth: 0 },
});

/** Distance that one click moves the picture, in CSS pixels. */
const moveStep = 12;

const moves = [
  ['edit.toLeft', <ArrowLeft20Regular key="left" />, -moveStep, 0],
  ['edit.up', <ArrowUp20Regular key="up" />, 0, -moveStep],
  ['edit.down', <ArrowDown20Regular key="down" />, 0, moveStep],
  ['edit.toRight', <ArrowRight20Regular key="right" />, moveStep, 0],
] as const;

/** What few pictures need: the angle, moving by single clicks, mirroring, and the way back to the start. */
export function FinerTools({ id, draft, editor, texts }: EditControlProps & { readonly id: string }) {
  const styles = useStyles();
  const { crop, flipped } = draft;
  return (
    <div id={id} role="group" aria-label={texts('edit.more')} className={styles.root}>
      <AngleControl draft={draft} editor={editor} texts={texts} />
      <div className={styles.row}>
        {moves.map(([label, icon, x, y]) => (
          <IconButton
            key={label}
            label={texts(label)}
            icon={icon}
            onClick={() => editor.edit({ crop: { x: crop.x + x, y: crop.y + y } })}
          />
        ))}
        <IconButton
          label={texts('edit.flip')}
          icon={<FlipHorizontal20Regular />}
          appearance={flipped ? 'outline' : 'subtle'}
          aria-pressed={flipped}
          onClick={() => editor.edit({ flipped: !flipped })}
        />
        <Button className={styles.reset} appearance="subtle" onClick={() => editor.edit(startAgain(draft))}>
          {texts('edit.reset')}
        </Button>
      </div>
    </div>
  );
}

function AngleControl({ draft: { angle }, editor, texts }: EditControlProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.angle}>
      <Label htmlFor={id}>{texts('edit.angle')}</Label>
      <Slider
        id={id}
        className={styles.slider}
        aria-valuetext={angleText(angle, texts)}
        value={angle}
        min={-45}
        max={45}
        onChange={(_event, { value }) => editor.edit({ angle: value })}
      />
    </div>
  );
}

function angleText(angle: number, texts: CropTexts): string {
  if (angle === 0) return texts('edit.straight');
  return texts(angle < 0 ? 'edit.toTheLeft' : 'edit.toTheRight', { degrees: Math.abs(angle) });
}

import { Button, makeStyles, Slider } from '@fluentui/react-components';
import { ArrowRotateClockwise20Regular } from '@fluentui/react-icons/svg/arrow-rotate-clockwise';
import { ArrowRotateCounterclockwise20Regular } from '@fluentui/react-icons/svg/arrow-rotate-counterclockwise';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { ZoomIn20Regular } from '@fluentui/react-icons/svg/zoom-in';
import { ZoomOut20Regular } from '@fluentui/react-icons/svg/zoom-out';
import { tokens } from '@fluentui/tokens';
import type { CropTexts } from './cropTexts';
import { IconButton } from './IconButton';
import { largestZoomOf, type PictureDraft } from './pictureDraft';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  slider: { flexGrow: 1, minWidth: 0 },
  more: { marginInlineStart: 'auto' },
});

/** Change of the zoom by one click. */
const zoomStep = 0.2;

export interface EditControlProps {
  readonly draft: PictureDraft;
  readonly editor: { edit(change: Partial<PictureDraft>): void };
  readonly texts: CropTexts;
}

/** The slider and, for the pointer, a button at each end of it: the keyboard has the slider's keys. */
export function ZoomControl({ draft, editor, texts }: EditControlProps) {
  const styles = useStyles();
  const { zoom } = draft;
  const largestZoom = largestZoomOf(draft);
  const zoomBy = (change: number): void => editor.edit({ zoom: Math.min(Math.max(zoom + change, 1), largestZoom) });
  return (
    <div className={styles.row}>
      <IconButton
        label={texts('edit.zoomOut')}
        icon={<ZoomOut20Regular />}
        tabIndex={-1}
        disabledFocusable={zoom <= 1}
        onClick={() => zoomBy(-zoomStep)}
      />
      {/* In tenths: the slider steps by whole numbers. */}
      <Slider
        className={styles.slider}
        aria-label={texts('edit.zoom')}
        aria-valuetext={texts('edit.zoomValue', { percent: Math.round(zoom * 100) })}
        value={Math.round(zoom * 10)}
        min={10}
        max={largestZoom * 10}
        onChange={(_event, { value }) => editor.edit({ zoom: value / 10 })}
      />
      <IconButton
        label={texts('edit.zoomIn')}
        icon={<ZoomIn20Regular />}
        tabIndex={-1}
        disabledFocusable={zoom >= largestZoom}
        onClick={() => zoomBy(zoomStep)}
      />
    </div>
  );
}

/** Quarter turns, and the button that shows the finer tools. `toolsId`: id of their element. */
export function TurnButtons({ draft, editor, texts, toolsId }: EditControlProps & { readonly toolsId: string }) {
  const styles = useStyles();
  const { quarters, hasMoreTools } = draft;
  return (
    <div className={styles.row}>
      <IconButton
        label={texts('edit.turnLeft')}
        icon={<ArrowRotateCounterclockwise20Regular />}
        onClick={() => editor.edit({ quarters: quarters - 1 })}
      />
      <IconButton
        label={texts('edit.turnRight')}
        icon={<ArrowRotateClockwise20Regular />}
        onClick={() => editor.edit({ quarters: quarters + 1 })}
      />
      <Button
        className={styles.more}
        appearance="subtle"
        icon={hasMoreTools ? <ChevronUp20Regular /> : <ChevronDown20Regular />}
        iconPosition="after"
        aria-expanded={hasMoreTools}
        aria-controls={toolsId}
        onClick={() => editor.edit({ hasMoreTools: !hasMoreTools })}
      >
        {texts('edit.more')}
      </Button>
    </div>
  );
}

import { Button, makeStyles, Subtitle2, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useMemo, useRef } from 'react';
import ErrorMessage from '../parts/ErrorMessage';
import { useServices, useTexts } from '../services';
import { changeTask } from './changeTask';
import { CropArea } from './CropArea';
import { editOf, rotationOf, type Draft } from './draft';
import { MoveButtons, TurnButtons, ZoomAndAngle } from './EditControls';
import { FacePreviews } from './FacePreviews';
import type { PhotoEditing } from './usePhotoEditor';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXL}`,
  },
  title: { margin: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** A smaller photo is blurred at the largest size that Outlook draws. Pixels. */
const sharpPixels = 96;

/** Crops a photo out of a picture: by mouse, touch, wheel, keyboard, or buttons. */
export default function EditorScreen({ editing, draft }: { editing: PhotoEditing; draft: Draft }) {
  const styles = useStyles();
  const texts = useTexts();
  const { editor } = editing;
  const { picture, area, flipped } = draft;
  const rotation = rotationOf(draft);
  const edit = useMemo(() => editOf({ area, rotation, flipped }), [area, rotation, flipped]);
  const pixels = Math.floor((Math.max(picture.width, picture.height) * (area?.width ?? 100)) / 100);
  return (
    <section className={styles.root} aria-label={texts('edit.title')}>
      <Subtitle2 as="h2" className={styles.title}>
        {texts('edit.title')}
      </Subtitle2>
      <CropArea draft={draft} editor={editor} />
      <MoveButtons draft={draft} editor={editor} />
      <ZoomAndAngle draft={draft} editor={editor} />
      <TurnButtons draft={draft} editor={editor} />
      <FacePreviews edit={edit} />
      {pixels < sharpPixels && <Text>{texts('edit.small', { pixels })}</Text>}
      <SaveProgress editing={editing} />
      <SaveButtons editing={editing} />
    </section>
  );
}

/** The step of a save, or its error. */
function SaveProgress({ editing: { owner, activity } }: { editing: PhotoEditing }) {
  const texts = useTexts();
  const { library } = useServices();
  const message = useRef<HTMLDivElement>(null);
  // The message is at the end of a long screen.
  useEffect(() => {
    if (activity.kind === 'failed') message.current?.scrollIntoView({ block: 'nearest' });
  }, [activity]);
  return (
    <>
      <Text role="status">{activity.kind === 'saving' && texts(`saving.${activity.step}`)}</Text>
      <div ref={message}>
        {activity.kind === 'failed' && (
          <ErrorMessage task={changeTask(library, owner)} error={activity.error} onRetry={activity.retry} />
        )}
      </div>
    </>
  );
}

function SaveButtons({ editing: { owner, editor, activity } }: { editing: PhotoEditing }) {
  const styles = useStyles();
  const texts = useTexts();
  const isSaving = activity.kind === 'saving';
  return (
    <div className={styles.row}>
      <Button appearance="primary" disabledFocusable={isSaving} onClick={() => editor.save(owner)}>
        {texts('edit.save')}
      </Button>
      <Button onClick={() => editor.cancel(owner)}>{texts(isSaving ? 'edit.stop' : 'action.cancel')}</Button>
    </div>
  );
}

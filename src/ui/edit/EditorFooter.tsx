import { Button, makeStyles, Spinner, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { savePicture } from '../details/savePicture';
import { useTexts } from '../services';
import { ChangeError } from './ChangeError';
import type { PhotoEditing } from './usePhotoEditor';

const useStyles = makeStyles({
  // In sight also where the pane is lower than the editor.
  root: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: `0 calc(-1 * ${tokens.spacingHorizontalL})`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // A long error scrolls by itself, so that the picture stays in sight.
  error: { maxHeight: '45vh', overflowY: 'auto' },
  // Keeps its height, so that the buttons stay where they are while the photo is saved.
  line: { minHeight: tokens.lineHeightBase300 },
  status: { display: 'flex', justifyContent: 'flex-start' },
  hint: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface EditorFooterProps {
  readonly editing: PhotoEditing;
  /** Shown unless a save is in flight or has failed. */
  readonly hint: string;
  readonly canSave: boolean;
}

/** The refusal of a write has no retry. */
function doNothing(): void {
  return undefined;
}

/** Save and Cancel, and above them what a save is doing, or why it failed. */
export function EditorFooter({ editing, hint, canSave }: EditorFooterProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { owner, editor, activity, refusal } = editing;
  const isSaving = activity.kind === 'saving';
  // A write that is not allowed is not tried again; a reload keeps the picture.
  const failed = activity.kind === 'failed' ? activity : refusal && { error: refusal, retry: doNothing };
  return (
    <div className={styles.root}>
      {failed && (
        <div className={styles.error}>
          <ChangeError editing={editing} error={failed.error} onRetry={failed.retry} showsHeld />
        </div>
      )}
      <div className={styles.line} hidden={failed !== null}>
        <div role="status" className={styles.status}>
          {isSaving && <Spinner size="extra-tiny" label={texts(`saving.${activity.step}`)} />}
        </div>
        {!isSaving && (
          <Text size={200} className={styles.hint}>
            {hint}
          </Text>
        )}
      </div>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={!canSave} onClick={() => editor.save(owner)}>
          {texts('edit.save')}
        </Button>
        {refusal && (
          <Button onClick={() => editor.download(owner, (jpeg) => savePicture(jpeg, owner.address))}>
            {texts('action.save')}
          </Button>
        )}
        <Button onClick={() => editor.cancel(owner)}>{texts(isSaving ? 'edit.stop' : 'action.cancel')}</Button>
      </div>
    </div>
  );
}

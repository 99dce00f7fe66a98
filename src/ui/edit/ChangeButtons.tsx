import { Button, makeStyles, Text, type ButtonProps } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isMyAddress } from '../../photos';
import { focusIfLost } from '../crop/lostFocus';
import { cardFace } from '../person/PersonCard';
import { useObservable, usePortrait, useServices, useTexts } from '../services';
import { Camera, mayHaveCamera } from './Camera';
import type { PhotoEditing } from './usePhotoEditor';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
  quietRow: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalXS },
  quiet: { minWidth: 0 },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface ChangeButtonsProps {
  readonly editing: PhotoEditing;
  /** What had the focus before is gone: the first button takes it. */
  readonly takesFocus: boolean;
  readonly onChoose: (file: Blob | null) => void;
}

type Mode = 'buttons' | 'removing' | 'camera';

/** The buttons for a photo; in their place the question whether to remove it, or the camera. */
export function ChangeButtons({ takesFocus, ...props }: ChangeButtonsProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { mailbox } = useServices();
  const { editing, onChoose } = props;
  const { owner, editor } = editing;
  const [mode, setMode] = useState<Mode>('buttons');
  const [isRefused, setIsRefused] = useState(false);
  const [wasReplaced, setWasReplaced] = useState(false);
  const show = useCallback((next: Mode) => {
    setMode(next);
    setWasReplaced(true);
  }, []);
  const refuse = useCallback(() => {
    setIsRefused(true);
    show('buttons');
  }, [show]);
  const remove = (): void => {
    show('buttons');
    editor.remove(owner);
  };
  if (mode === 'removing') return <RemoveQuestion onYes={remove} onNo={() => show('buttons')} />;
  if (mode === 'camera') return <Camera onPhoto={onChoose} onRefused={refuse} onCancel={() => show('buttons')} />;
  return (
    <>
      <FileButton {...props} takesFocus={takesFocus || wasReplaced} />
      <QuietButtons {...props} onShow={show} />
      {(isRefused || !mailbox.isPhone) && (
        <Text size={200} className={styles.hint}>
          {texts(isRefused ? 'camera.refused' : 'mine.hint')}
        </Text>
      )}
    </>
  );
}

function RemoveQuestion({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const styles = useStyles();
  const texts = useTexts();
  const keep = useRef<HTMLElement>(null);
  useEffect(() => focusIfLost(keep.current), []);
  return (
    <>
      <Text>{texts('mine.removeAsk')}</Text>
      <div className={styles.row}>
        <Button appearance="primary" onClick={onYes}>
          {texts('mine.removeYes')}
        </Button>
        <Button ref={(element: HTMLElement | null) => void (keep.current = element)} onClick={onNo}>
          {texts('mine.removeNo')}
        </Button>
      </div>
    </>
  );
}

/** Some systems do not know these endings as pictures. */
const pictures = 'image/*,.heic,.heif,.hif,.avif';

/** Opens the dialog for a file. */
function FileButton({ editing, takesFocus, onChoose }: ChangeButtonsProps) {
  const texts = useTexts();
  const withPermission = usePermission(editing);
  const picker = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) focusIfLost(button.current);
  }, [takesFocus]);
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept={pictures}
        hidden
        aria-label={texts('mine.change')}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onChoose(file);
          // Without this, choosing the same file again would not be a change.
          currentTarget.value = '';
        }}
      />
      <Button
        ref={(element: HTMLElement | null) => void (button.current = element)}
        appearance="primary"
        disabledFocusable={isInFlight(editing)}
        onClick={() => withPermission(() => picker.current?.click())}
      >
        {texts('mine.change')}
      </Button>
    </>
  );
}

type QuietButtonsProps = Omit<ChangeButtonsProps, 'takesFocus'> & { readonly onShow: (mode: Mode) => void };

/** All that is not the main thing: Take a photo, Remove, Undo. */
function QuietButtons({ editing, onShow }: QuietButtonsProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { library } = useServices();
  const { owner, editor, canUndo } = editing;
  const hasPhoto = usePortrait(owner, cardFace).status === 'photo';
  const withPermission = usePermission(editing);
  const isBusy = isInFlight(editing);
  return (
    <div className={styles.quietRow}>
      {mayHaveCamera() && (
        <QuietButton disabledFocusable={isBusy} onClick={() => withPermission(() => onShow('camera'))}>
          {texts('camera.open')}
        </QuietButton>
      )}
      {hasPhoto && library.canRemove(owner) && (
        <QuietButton disabledFocusable={isBusy} onClick={() => onShow('removing')}>
          {texts('mine.remove')}
        </QuietButton>
      )}
      {canUndo && (
        <QuietButton disabledFocusable={isBusy} onClick={() => editor.undo(owner)}>
          {texts('mine.undo')}
        </QuietButton>
      )}
    </div>
  );
}

function QuietButton(button: ButtonProps) {
  return <Button appearance="subtle" className={useStyles().quiet} {...button} />;
}

function isInFlight({ activity }: PhotoEditing): boolean {
  return activity.kind === 'saving' || activity.kind === 'opening';
}

/**
 * Another person's or a group's photo needs a right that few have: the permission is requested before any work is done. That
 * of a contact needs none, and without a token it is not known whose photo this is: then saving decides.
 */
function usePermission({ owner, editor }: PhotoEditing): (next: () => void) => void {
  const { library } = useServices();
  const me = useObservable(library.me);
  const needsRequest = me !== null && !isMyAddress(me, owner.address) && library.kindOf(owner) !== 'contact';
  return (next) => (needsRequest ? editor.requestPermission(owner, next) : next());
}

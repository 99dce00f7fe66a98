import { Button, makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useCallback, useRef, useState } from 'react';
import { isMyAddress } from '../../photos';
import { cardFace } from '../person/PersonCard';
import { useObservable, usePortrait, useServices, useTexts } from '../services';
import { Camera, mayHaveCamera } from './Camera';
import type { PhotoEditing } from './usePhotoEditor';

const useStyles = makeStyles({
  wide: { width: '100%', textAlign: 'center' },
  hint: { width: '100%', textAlign: 'center', color: tokens.colorNeutralForeground2 },
});

interface ChangeButtonsProps {
  readonly editing: PhotoEditing;
  readonly onChoose: (file: Blob | null) => void;
}

/** The buttons that change a photo, or the question whether to remove it. */
export function ChangeButtons({ editing, onChoose }: ChangeButtonsProps) {
  const { owner, editor } = editing;
  const [isRemoving, setIsRemoving] = useState(false);
  const [camera, setCamera] = useState<CameraState>('off');
  const remove = (): void => {
    setIsRemoving(false);
    editor.remove(owner);
  };
  if (isRemoving) return <RemoveQuestion onYes={remove} onNo={() => setIsRemoving(false)} />;
  return (
    <>
      <PhotoButtons editing={editing} onChoose={onChoose} onRemove={() => setIsRemoving(true)} />
      <CameraButton editing={editing} camera={camera} onCamera={setCamera} onChoose={onChoose} />
    </>
  );
}

function RemoveQuestion({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <>
      <Text className={styles.wide}>{texts('mine.removeAsk')}</Text>
      <Button appearance="primary" onClick={onYes}>
        {texts('mine.removeYes')}
      </Button>
      <Button onClick={onNo}>{texts('mine.removeNo')}</Button>
    </>
  );
}

/** Change, Remove and Undo. */
function PhotoButtons({ editing, onChoose, onRemove }: ChangeButtonsProps & { readonly onRemove: () => void }) {
  const texts = useTexts();
  const { library } = useServices();
  const { owner, editor, canUndo } = editing;
  const hasPhoto = usePortrait(owner, cardFace).status === 'photo';
  const withPermission = usePermission(editing);
  const picker = useRef<HTMLInputElement>(null);
  const isBusy = isInFlight(editing);
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept="image/*"
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
        appearance="primary"
        disabledFocusable={isBusy}
        onClick={() => withPermission(() => picker.current?.click())}
      >
        {texts('mine.change')}
      </Button>
      {hasPhoto && library.canRemove(owner) && (
        <Button disabledFocusable={isBusy} onClick={onRemove}>
          {texts('mine.remove')}
        </Button>
      )}
      {canUndo && (
        <Button disabledFocusable={isBusy} onClick={() => editor.undo(owner)}>
          {texts('mine.undo')}
        </Button>
      )}
    </>
  );
}

type CameraState = 'off' | 'on' | 'refused';

interface CameraButtonProps extends ChangeButtonsProps {
  readonly camera: CameraState;
  readonly onCamera: (camera: CameraState) => void;
}

/** The button that opens the camera, the camera, and the hint below. */
function CameraButton({ editing, camera, onCamera, onChoose }: CameraButtonProps) {
  const styles = useStyles();
  const texts = useTexts();
  const withPermission = usePermission(editing);
  const refuse = useCallback(() => onCamera('refused'), [onCamera]);
  return (
    <>
      {camera === 'off' && mayHaveCamera() && (
        <Button disabledFocusable={isInFlight(editing)} onClick={() => withPermission(() => onCamera('on'))}>
          {texts('camera.open')}
        </Button>
      )}
      {camera === 'on' && <Camera onPhoto={onChoose} onRefused={refuse} onCancel={() => onCamera('off')} />}
      <Text size={200} className={styles.hint}>
        {texts(camera === 'refused' ? 'camera.refused' : 'mine.hint')}
      </Text>
    </>
  );
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

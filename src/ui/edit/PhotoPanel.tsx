import { Button, makeStyles, Spinner, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Person } from '../../mailbox';
import { Camera, mayHaveCamera } from './Camera';
import { lazyPart } from '../parts/lazyPart';
import ErrorMessage from '../parts/ErrorMessage';
import { cardFace, PersonCard } from '../person/PersonCard';
import type { PhotoEditing } from './photoEditor';
import { useOwner, usePortrait, useServices, useWords } from '../services';

// Loaded when it is needed: most people only look.
const EditorScreen = lazyPart(() => import('./EditorScreen'), Opening);

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    textAlign: 'center',
  },
  wide: { width: '100%', textAlign: 'center' },
  quiet: { width: '100%', textAlign: 'center', color: tokens.colorNeutralForeground2 },
});

interface PhotoPanelProps {
  readonly person: Person;
  readonly editing: PhotoEditing;
  readonly onDetails: (person: Person) => void;
}

/** Somebody's photo as the service holds it, and changing it. */
export function PhotoPanel(props: PhotoPanelProps) {
  const { editing } = props;
  return editing.draft ? <EditorScreen editing={editing} draft={editing.draft} /> : <Viewing {...props} />;
}

function Opening() {
  return <Spinner label={useWords()('mine.opening')} />;
}

function Viewing({ person, editing, onDetails }: PhotoPanelProps) {
  const styles = useStyles();
  const words = useWords();
  const { portraits } = useServices();
  const owner = useOwner(person);
  const hasPhoto = usePortrait(owner, cardFace).status === 'photo';
  const [asking, setAsking] = useState(false);
  const [camera, setCamera] = useState<'off' | 'on' | 'refused'>('off');
  const refuse = useCallback(() => setCamera('refused'), []);
  const picker = useRef<HTMLInputElement>(null);
  const { activity } = editing;
  const isBusy = activity.kind === 'saving' || activity.kind === 'opening';
  useGivenFiles(editing.choose);

  // Somebody else's photo takes an administrator: that is found out before any work is done.
  const allowed = (next: () => void): void => {
    if (owner === 'me') next();
    else editing.ask(next);
  };

  return (
    <div>
      <PersonCard person={person} onDetails={onDetails} />
      <div className={styles.actions}>
        <Text className={styles.wide} role="status">
          {activity.kind === 'saving' && words(`saving.${activity.step}`)}
          {activity.kind === 'opening' && words('mine.opening')}
          {activity.kind === 'done' && activity.text}
        </Text>
        {activity.kind === 'failed' && (
          <div className={styles.wide}>
            <ErrorMessage writing error={activity.error} onRetry={activity.again} />
          </div>
        )}
        <input
          ref={picker}
          type="file"
          accept="image/*"
          hidden
          aria-label={words('mine.change')}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) editing.choose(file);
            // The same file can be chosen again.
            currentTarget.value = '';
          }}
        />
        {asking ? (
          <>
            <Text className={styles.wide}>{words('mine.removeAsk')}</Text>
            <Button
              appearance="primary"
              onClick={() => {
                setAsking(false);
                editing.remove();
              }}
            >
              {words('mine.removeYes')}
            </Button>
            <Button onClick={() => setAsking(false)}>{words('mine.removeNo')}</Button>
          </>
        ) : (
          <>
            <Button
              appearance="primary"
              disabledFocusable={isBusy}
              onClick={() => allowed(() => picker.current?.click())}
            >
              {words('mine.change')}
            </Button>
            {hasPhoto && portraits.canRemove && (
              <Button disabledFocusable={isBusy} onClick={() => setAsking(true)}>
                {words('mine.remove')}
              </Button>
            )}
            {editing.canUndo && (
              <Button disabledFocusable={isBusy} onClick={() => editing.undo()}>
                {words('mine.undo')}
              </Button>
            )}
            {camera === 'off' && mayHaveCamera() && (
              <Button disabledFocusable={isBusy} onClick={() => allowed(() => setCamera('on'))}>
                {words('camera.open')}
              </Button>
            )}
            {camera === 'on' && (
              <Camera onPhoto={editing.choose} onRefused={refuse} onCancel={() => setCamera('off')} />
            )}
            <Text size={200} className={styles.quiet}>
              {words(camera === 'refused' ? 'camera.refused' : 'mine.hint')}
            </Text>
          </>
        )}
      </div>
    </div>
  );
}

/** Files that are dropped or pasted. Files only: text and links are never fetched. */
function useGivenFiles(choose: (file: Blob | null) => void): void {
  useEffect(() => {
    const allow = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      choose(firstPicture(event.dataTransfer?.files));
    };
    const paste = ({ clipboardData }: ClipboardEvent): void => choose(firstPicture(clipboardData?.files));
    document.addEventListener('dragover', allow);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', allow);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [choose]);
}

/** What the picture really is, its bytes will tell; here only files count that may be one. */
function firstPicture(files: FileList | undefined): Blob | null {
  return [...(files ?? [])].find(({ type, size }) => type.startsWith('image/') || (type === '' && size > 0)) ?? null;
}

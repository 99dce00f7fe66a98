import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { Person48Regular } from '@fluentui/react-icons/svg/person';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Me, Person } from '../mailbox';
import { Calm } from './Calm';
import type { MyPhoto } from './myPhoto';
import { Notice } from './Notice';
import { PersonCard } from './PersonCard';
import { useObservable, usePortrait, useServices, useWords } from './services';

// Loaded when it is needed: most people only look.
const EditorScreen = lazy(() => import('./EditorScreen'));

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

interface MineScreenProps {
  readonly mine: MyPhoto;
  readonly onDetails: (person: Person) => void;
}

/** My own photo: as the service holds it, and changing it. */
export function MineScreen({ mine, onDetails }: MineScreenProps) {
  const words = useWords();
  const { mailbox } = useServices();
  const me = useObservable(mailbox.me);
  if (!me) {
    return <Calm icon={<Person48Regular />} title={words('mine.unknown')} next={words('mine.unknownNext')} />;
  }
  if (mine.draft) {
    return (
      <Suspense fallback={<Spinner label={words('mine.opening')} />}>
        <EditorScreen mine={mine} draft={mine.draft} />
      </Suspense>
    );
  }
  return <Viewing me={me} mine={mine} onDetails={onDetails} />;
}

function Viewing({ me, mine, onDetails }: MineScreenProps & { me: Me }) {
  const styles = useStyles();
  const words = useWords();
  const { portraits } = useServices();
  const hasPhoto = usePortrait('me', 120).status === 'photo';
  const [asking, setAsking] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const { activity } = mine;
  const isBusy = activity.kind === 'saving' || activity.kind === 'opening';
  useGivenFiles(mine.choose);

  return (
    <div>
      <PersonCard person={me} onDetails={onDetails} />
      <div className={styles.actions}>
        <Text className={styles.wide} role="status">
          {activity.kind === 'saving' && words(`saving.${activity.step}`)}
          {activity.kind === 'opening' && words('mine.opening')}
          {activity.kind === 'done' && activity.text}
        </Text>
        {activity.kind === 'failed' && (
          <div className={styles.wide}>
            <Notice writing error={activity.error} onRetry={activity.again} />
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
            if (file) mine.choose(file);
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
                mine.remove();
              }}
            >
              {words('mine.removeYes')}
            </Button>
            <Button onClick={() => setAsking(false)}>{words('mine.removeNo')}</Button>
          </>
        ) : (
          <>
            <Button appearance="primary" disabledFocusable={isBusy} onClick={() => picker.current?.click()}>
              {words('mine.change')}
            </Button>
            {hasPhoto && portraits.canRemove && (
              <Button disabledFocusable={isBusy} onClick={() => setAsking(true)}>
                {words('mine.remove')}
              </Button>
            )}
            {mine.canUndo && (
              <Button disabledFocusable={isBusy} onClick={() => mine.undo()}>
                {words('mine.undo')}
              </Button>
            )}
            <Text size={200} className={styles.quiet}>
              {words('mine.hint')}
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

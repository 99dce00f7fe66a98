import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Brightness, Person, Selection } from '../mailbox';
import type { PhotoOwner } from '../photos';
import { firstFaceShown, lazyPart, loadAllParts } from './parts/lazyPart';
import { MessageScreen } from './message/MessageScreen';
import { usePhotoEditing, type PhotoEditing } from './edit/photoEditor';
import { ServicesContext, useObservable, useServices, useWords, WordsContext, type Services } from './services';
import { useSystemBrightness } from './parts/systemBrightness';
import type { Screen } from './parts/Tabs';
import type { Words } from './words';

const useStyles = makeStyles({
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
  // For screen readers: the pane's own name, which Outlook draws above it already.
  hidden: { position: 'absolute', width: '1px', height: '1px', margin: 0, overflow: 'hidden', clipPath: 'inset(50%)' },
  bar: { minHeight: '32px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

const Tabs = lazyPart(async () => {
  await firstFaceShown;
  return import('./parts/Tabs');
});
const DetailsScreen = lazyPart(() => import('./details/DetailsScreen'));
const MyPhotoScreen = lazyPart(() => import('./edit/MyPhotoScreen'));
const LookUpScreen = lazyPart(() => import('./lookup/LookUpScreen'));
const AboutScreen = lazyPart(() => import('./about/AboutScreen'));

/** The pane: the screens, in Outlook's theme and language. */
export function App({ services, words }: { services: Services; words: Words }) {
  return (
    <WordsContext value={words}>
      <ServicesContext value={services}>
        <Themed brightness={useObservable(services.mailbox.brightness)}>
          <Screens />
        </Themed>
      </ServicesContext>
    </WordsContext>
  );
}

/** Outlook's own theme where it tells, else the system's. The colours themselves stand in `pane.css`. */
export function Themed({ brightness, children }: { brightness: Brightness | null; children: React.ReactNode }) {
  const styles = useStyles();
  const system = useSystemBrightness();
  return (
    <FluentProvider theme={noTheme} className={styles.root} data-theme={brightness ?? system}>
      {children}
    </FluentProvider>
  );
}

const noTheme = {};

function Screens() {
  const styles = useStyles();
  const words = useWords();
  const { mailbox } = useServices();
  const selection = useObservable(mailbox.selection);
  const editingOf = usePhotoEditing();
  const [found, setFound] = useState<Person | null>(null);
  const [screen, setScreen] = useState<Screen>('message');
  const [opened, setOpened] = useState<{ person: Person; selection: Selection; opener: Element | null } | null>(null);
  const opener = useRef<Element | null>(null);
  // Details of somebody of an item before: what is selected now comes first.
  const person = opened && isSameItem(opened.selection, selection, opened.person) ? opened.person : null;
  // What was left is not come back to by chance, as when somebody stands in two drafts.
  if (opened && !person) setOpened(null);
  const show = (next: Screen): void => {
    setOpened(null);
    setScreen(next);
  };
  useEffect(() => void loadAllParts(), []);
  // The new sender stands at the top.
  const shown = useRef(selection);
  useLayoutEffect(() => {
    if (screen === 'message' && !isSameItem(shown.current, selection)) window.scrollTo(0, 0);
    shown.current = selection;
  }, [selection, screen]);
  // Back to where the details were opened from.
  useEffect(() => {
    if (!person && opener.current instanceof HTMLElement) opener.current.focus();
    opener.current = null;
  }, [person]);
  return (
    <>
      <h1 className={styles.hidden}>{words('app.name')}</h1>
      <div className={styles.bar}>
        <Tabs selected={screen} onSelect={show} />
      </div>
      <div role="tabpanel" id="screen" aria-labelledby={`tab-${screen}`}>
        {person && (
          <DetailsScreen
            key={person.address}
            person={person}
            onBack={() => {
              opener.current = opened?.opener ?? null;
              setOpened(null);
            }}
          />
        )}
        {/* Kept behind the details, so that a long list stays as it was. */}
        <div hidden={person !== null}>
          <ScreenOf
            screen={screen}
            found={found}
            onFind={setFound}
            editingOf={editingOf}
            onDetails={(one) => setOpened({ person: one, selection, opener: document.activeElement })}
          />
        </div>
      </div>
    </>
  );
}

/**
 * Whether it is the same item still: a draft whose people change is, and as many messages whose senders become known, as
 * long as this person stands there.
 */
function isSameItem(before: Selection, now: Selection, person?: Person): boolean {
  if (before === now) return true;
  if (before.kind !== now.kind || now.kind === 'message' || now.kind === 'nothing') return false;
  if (before.kind === 'several' && now.kind === 'several' && before.count !== now.count) return false;
  return person === undefined || peopleOf(now).some((one) => one?.address === person.address);
}

function peopleOf(item: Exclude<Selection, { kind: 'message' | 'nothing' }>): readonly (Person | null)[] {
  if (item.kind === 'several') return item.senders ?? [];
  return [...item.recipients, item.kind === 'draft' ? item.from : item.organizer];
}

interface ScreenOfProps {
  readonly screen: Screen;
  readonly found: Person | null;
  readonly onFind: (person: Person) => void;
  readonly editingOf: (owner: PhotoOwner) => PhotoEditing;
  readonly onDetails: (person: Person) => void;
}

function ScreenOf({ screen, found, onFind, editingOf, onDetails }: ScreenOfProps) {
  switch (screen) {
    case 'message':
      return <MessageScreen onDetails={onDetails} />;
    case 'mine':
      return <MyPhotoScreen editing={editingOf('me')} onDetails={onDetails} />;
    case 'lookup':
      return <LookUpScreen person={found} onFind={onFind} editingOf={editingOf} onDetails={onDetails} />;
    case 'about':
      return <AboutScreen />;
  }
}

import { Button, Link, makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useCallback, useMemo, useState } from 'react';
import type { DirectoryPerson } from '../directory';
import { PermissionError } from '../photos';
import { useObservable } from '../ui/page';
import { Filters } from './list/Filters';
import { ListBar } from './list/ListBar';
import { PeopleGrid } from './list/PeopleGrid';
import { Selection } from './list/selection';
import { countStates, peopleIn, wholeView, type SortKey, type View } from './list/view';
import { OpenRuns } from './lazyScreens';
import { Notice } from './Notice';
import { ReadingProgress } from './ReadingProgress';
import { usePageServices, type OpenedOrganization, type OpenRun } from './services';
import { usePageTexts } from './texts';
import { TroubleBar } from './TroubleBar';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  about: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface OverviewProps {
  readonly opened: OpenedOrganization;
  readonly onAdd: () => void;
  /** Called inside a click. */
  readonly onBackUp: (people: readonly DirectoryPerson[]) => void;
  readonly onRemove: (people: readonly DirectoryPerson[]) => void;
  readonly onRun: OpenRun;
}

/** Everybody in the organization with the state of their photo. */
export function OverviewScreen({ opened, onAdd, onBackUp, onRemove, onRun }: OverviewProps) {
  const { organization, faces } = opened;
  const styles = useStyles();
  const texts = usePageTexts();
  const { reopen } = usePageServices();
  const overview = useObservable(organization.overview);
  const pictures = useObservable(faces.pictures);
  const [view, setView] = useState<View>(wholeView);
  const [selection, setSelection] = useState(() => new Selection());
  const places = useMemo(() => peopleIn(overview, view), [overview, view]);
  const counts = useMemo(() => countStates(overview), [overview]);
  const onVisible = useCallback(
    (visible: readonly number[]) => {
      organization.readFirst(visible);
      const { people, states } = organization.overview.value;
      const withPhoto = visible.filter((place) => 'width' in (states[place] ?? {}));
      faces.want(withPhoto.flatMap((place) => people[place] ?? []));
    },
    [organization, faces],
  );
  const change = (part: Partial<View>): void => setView((before) => ({ ...before, ...part }));
  const sort = (by: SortKey): void => change({ sort: by, isDescending: view.sort === by && !view.isDescending });

  const { problem, people } = overview;
  const peopleAt = (chosen: readonly number[]): readonly DirectoryPerson[] =>
    chosen.flatMap((place) => people[place] ?? []);
  if (problem?.error instanceof PermissionError && people.length === 0) return <Refused />;
  return (
    <div className={styles.root}>
      <div>
        <h1 className={styles.title}>{texts('page.title')}</h1>
        <p className={styles.about}>{texts('page.about')}</p>
      </div>
      {problem && <TroubleBar error={problem.error} onGoOn={() => organization.retry()} />}
      <OpenRuns account={opened.bulk.account} onRun={onRun} />
      <ReadingProgress overview={overview} />
      <Filters view={view} counts={counts} total={people.length} onChange={change} />
      <ListBar
        overview={overview}
        places={places}
        selection={selection}
        onClear={() => setSelection(new Selection())}
        onReadAgain={reopen}
        onAdd={onAdd}
        onBackUp={() => onBackUp(peopleAt(selection.size > 0 ? selection.inOrder() : places))}
        onRemove={() => onRemove(peopleAt(selection.inOrder()))}
      />
      <PeopleGrid
        overview={overview}
        places={places}
        pictures={pictures}
        view={view}
        onSort={sort}
        selection={selection}
        onSelect={setSelection}
        onVisible={onVisible}
      />
      {places.length === 0 && people.length > 0 && (
        <Notice isPart title={texts('list.none')} text={texts('list.noneNext')}>
          <Button onClick={() => setView(wholeView)}>{texts('list.reset')}</Button>
        </Notice>
      )}
    </div>
  );
}

/** The service does not let this account list people. Nothing else has been requested; the bar leads to another account. */
function Refused() {
  const texts = usePageTexts();
  const { consentUrl } = usePageServices();
  return (
    <Notice title={texts('refused.title')} text={texts('refused.next')}>
      <Link href={consentUrl} target="_blank" rel="noopener noreferrer">
        {texts('refused.consent')}
      </Link>
    </Notice>
  );
}

import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useMemo, useState } from 'react';
import { useObservable } from '../../ui/page';
import { ScreenFrame } from '../ScreenFrame';
import type { OpenedOrganization, OpenRun } from '../services';
import { usePageTexts } from '../texts';
import { TroubleBar } from '../TroubleBar';
import { nothingChosen, withFiles, type ChosenFiles, type NamedFile } from './chosenFiles';
import { PhotoCutter } from './cutter';
import { decide, noAnswers } from './decisions';
import { FileDrop } from './FileDrop';
import { Leftovers } from './Leftovers';
import { MatchedFiles } from './MatchedFiles';
import { PlanPanel } from './PlanPanel';
import type { PlanTask } from './planRow';
import { Questions } from './Questions';
import { RightsNote } from './RightsNote';
import { useMatching } from './useMatching';

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  found: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface AddScreenProps {
  readonly opened: OpenedOrganization;
  readonly onBack: () => void;
  readonly onRun: OpenRun;
}

/** Photos for many people: files are chosen, matched, decided, and become a plan. */
export function AddScreen({ opened, onBack, onRun }: AddScreenProps) {
  const { organization, bulk } = opened;
  const styles = useStyles();
  const texts = usePageTexts();
  const overview = useObservable(organization.overview);
  const { people, isListed, problem } = overview;
  const [chosen, setChosen] = useState<ChosenFiles>(nothingChosen);
  const [isReading, setIsReading] = useState(false);
  const [answers, setAnswers] = useState(noAnswers);
  const [tasks, setTasks] = useState<readonly PlanTask[] | null>(null);
  const cutter = useMemo(() => new PhotoCutter(), []);
  useEffect(() => () => cutter.close(), [cutter]);
  const matching = useMatching(overview, chosen);
  const decisions = useMemo(() => matching && decide(matching.files, answers), [matching, answers]);
  const matched = useMemo(() => (decisions?.assigned ?? []).map(({ person }) => person), [decisions]);
  const add = (files: readonly NamedFile[]): void => {
    setIsReading(true);
    void withFiles(chosen, files)
      .then(setChosen)
      .finally(() => setIsReading(false));
  };
  const startAgain = (): void => {
    setChosen(nothingChosen);
    setAnswers(noAnswers);
  };

  if (tasks && decisions) {
    return (
      <ScreenFrame key="plan" title={texts('plan.title')} backLabel={texts('plan.back')} onBack={() => setTasks(null)}>
        <PlanPanel
          tasks={tasks}
          unmatched={decisions.unmatched.length}
          kind="save"
          bulk={bulk}
          cutter={cutter}
          onRun={onRun}
        />
      </ScreenFrame>
    );
  }
  const count = chosen.photos.length;
  const photoAt = new Map(chosen.photos.map((photo) => [photo.path, photo]));
  const showPlan = (): void =>
    setTasks((decisions?.assigned ?? []).map(({ path, person }) => ({ person, file: photoAt.get(path) ?? null })));
  const assigned = decisions?.assigned.length ?? 0;
  return (
    <ScreenFrame key="files" title={texts('add.title')} onBack={onBack}>
      <p className={styles.text}>{texts('add.about')}</p>
      <RightsNote bulk={bulk} people={matched} />
      <FileDrop onFiles={add} />
      {problem && <TroubleBar error={problem.error} onGoOn={() => organization.retry()} />}
      {isReading && <Spinner labelPosition="after" label={texts('add.reading')} />}
      {!isListed && !problem && (
        <Spinner
          labelPosition="after"
          label={texts('add.listing', { count: people.length, all: texts.number(people.length) })}
        />
      )}
      <div role="status" className={styles.found}>
        {decisions &&
          count > 0 &&
          texts('add.found', { found: texts.number(assigned), count, all: texts.number(count) })}
      </div>
      {decisions && count > 0 && (
        <>
          <div className={styles.actions}>
            <Button appearance="primary" disabledFocusable={assigned === 0} onClick={() => assigned > 0 && showPlan()}>
              {texts('plan.show')}
            </Button>
            <Button onClick={startAgain}>{texts('add.startAgain')}</Button>
          </div>
          <Questions
            decisions={decisions}
            answers={answers}
            onAnswer={setAnswers}
            cutter={cutter}
            photoAt={(path) => photoAt.get(path) ?? null}
          />
        </>
      )}
      {decisions && (
        <Leftovers unmatched={decisions.unmatched} unread={chosen.unread} problems={matching?.problems ?? []} />
      )}
      {decisions && <MatchedFiles assigned={decisions.assigned} />}
    </ScreenFrame>
  );
}

import { useEffect, useMemo } from 'react';
import type { DirectoryPerson } from '../../directory';
import { ScreenFrame } from '../ScreenFrame';
import type { BulkServices, OpenRun } from '../services';
import { usePageTexts } from '../texts';
import { bulkPersonOf } from './bulkPerson';
import { PhotoCutter } from './cutter';
import { PlanPanel } from './PlanPanel';
import { RightsNote } from './RightsNote';

interface RemoveScreenProps {
  readonly bulk: BulkServices;
  readonly people: readonly DirectoryPerson[];
  readonly onBack: () => void;
  readonly onRun: OpenRun;
}

/** The plan that removes the photos of the people who are selected. */
export function RemoveScreen({ bulk, people, onBack, onRun }: RemoveScreenProps) {
  const texts = usePageTexts();
  const chosen = useMemo(() => people.map(bulkPersonOf), [people]);
  const tasks = useMemo(() => chosen.map((person) => ({ person, file: null })), [chosen]);
  const cutter = useMemo(() => new PhotoCutter(), []);
  useEffect(() => () => cutter.close(), [cutter]);
  return (
    <ScreenFrame title={texts('remove.title')} onBack={onBack}>
      <RightsNote bulk={bulk} people={chosen} />
      <PlanPanel tasks={tasks} unmatched={0} kind="remove" bulk={bulk} cutter={cutter} onRun={onRun} />
    </ScreenFrame>
  );
}

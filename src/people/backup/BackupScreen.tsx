import { Button, makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useMemo, useRef } from 'react';
import { BackupRun } from '../../bulk';
import type { DirectoryPerson } from '../../directory';
import { useObservable } from '../../ui/page';
import { bulkPersonOf } from '../bring/bulkPerson';
import { ScreenFrame } from '../ScreenFrame';
import type { BulkServices } from '../services';
import { usePageTexts } from '../texts';
import { isConnectionTrouble } from '../troubles';
import { TroubleBar } from '../TroubleBar';
import { BackupFailure } from './BackupFailure';
import { BackupMeter } from './BackupMeter';
import type { BackupPlace } from './backupPlace';
import { openOutput } from './openOutput';
import { resultText } from './resultText';
import { UnreadPeople } from './UnreadPeople';

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  result: {
    margin: 0,
    outline: 'none',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
});

interface BackupScreenProps {
  readonly bulk: BulkServices;
  readonly people: readonly DirectoryPerson[];
  readonly place: BackupPlace;
  readonly onBack: () => void;
}

/** Writes the photos of people to a ZIP, from when it is shown until it is left. */
export function BackupScreen({ bulk, people, place, onBack }: BackupScreenProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const { photos } = bulk;
  const run = useMemo(
    () => new BackupRun(people.map(bulkPersonOf), { photos, mayPass: isConnectionTrouble }),
    [people, photos],
  );
  useEffect(() => {
    photos.endPauses();
    void run.start(() => openOutput(place));
    return () => run.stop();
  }, [run, photos, place]);
  const progress = useObservable(run.progress);
  const { phase, error } = progress;
  const isOver = phase === 'finished' || phase === 'stopped' || phase === 'failed';
  const result = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that had the focus is not there any more.
    if (isOver && document.activeElement === document.body) result.current?.focus();
  }, [isOver]);
  const goOn = (): void => {
    photos.endPauses();
    run.goOn();
  };
  return (
    <ScreenFrame title={texts('backup.title')} onBack={onBack}>
      {!isOver && <p className={styles.text}>{texts('backup.about')}</p>}
      <div role="status">
        {isOver && (
          <h2 ref={result} tabIndex={-1} className={styles.result}>
            {resultText(progress, place.name, texts)}
          </h2>
        )}
      </div>
      {phase === 'finished' && <p className={styles.text}>{texts('backup.next')}</p>}
      {phase === 'failed' && <BackupFailure error={error} />}
      {phase === 'interrupted' && <TroubleBar error={error} onGoOn={goOn} />}
      {!isOver && <BackupMeter progress={progress} />}
      {!isOver && (
        <div>
          <Button onClick={() => run.stop()}>{texts('run.stop')}</Button>
        </div>
      )}
      {phase === 'finished' && <UnreadPeople unread={progress.unread} />}
      {isOver && (
        <div>
          <Button onClick={onBack}>{texts('screen.back')}</Button>
        </div>
      )}
    </ScreenFrame>
  );
}

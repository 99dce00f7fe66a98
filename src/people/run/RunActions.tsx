import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { tokens } from '@fluentui/tokens';
import { useState } from 'react';
import { retryRefused, undoLines, type RunProgress } from '../../bulk';
import type { BulkServices, OpenRun } from '../services';
import { saveFile } from '../saveFile';
import { usePageTexts } from '../texts';
import { ConfirmQuestion } from './ConfirmQuestion';
import { reportFile } from './reportFile';
import type { OpenedRun, RunState } from './useRun';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  status: { color: tokens.colorNeutralForeground2 },
});

interface RunActionsProps {
  readonly state: RunState;
  readonly opened: OpenedRun;
  readonly progress: RunProgress;
  readonly isOver: boolean;
  readonly bulk: BulkServices;
  readonly onRun: OpenRun;
  /** The run is not in this browser any more. */
  readonly onDeleted: () => void;
}

/** What can be done with a run in its phase. */
export function RunActions({ state, opened, progress, isOver, bulk, onRun, onDeleted }: RunActionsProps) {
  const { run, record, journal } = opened;
  const styles = useStyles();
  const texts = usePageTexts();
  const [saved, setSaved] = useState('');
  const [asked, setAsked] = useState<'undo' | 'delete' | null>(null);
  const { phase, proven, refused, notTried, unproven } = progress;
  const counted = { count: proven, all: texts.number(proven) };
  const canUndo = phase !== 'running' && proven > 0 && record.kind !== 'undo';
  const save = (): void => {
    const file = `${texts('report.file')}-${new Date(record.createdAt).toISOString().slice(0, 10)}.csv`;
    saveFile(reportFile(run.lines, texts, navigator.language), file);
    setSaved(texts('report.saved', { file }));
  };
  const undo = async (): Promise<void> => {
    const undoing = { account: bulk.account, kind: 'undo', undoes: record.id } as const;
    const { id } = await journal.create(undoing, undoLines(journal, record.id));
    onRun(id, true);
  };
  const remove = async (): Promise<void> => {
    await journal.remove(record.id);
    onDeleted();
  };
  const retry = async (): Promise<void> => {
    await retryRefused(journal, record.id);
    state.restart();
  };
  if (phase === 'running') {
    return (
      <div className={styles.root}>
        <Button onClick={() => run.pause()}>{texts('run.pause')}</Button>
        <Button onClick={() => void run.stop()}>{texts('run.stop')}</Button>
      </div>
    );
  }
  const isOpen = !isOver && notTried + unproven > 0;
  return (
    <>
      <div className={styles.root}>
        {isOpen && phase !== 'interrupted' && !state.lacksRight && (
          <Button appearance="primary" onClick={state.start}>
            {texts(phase === 'ready' && proven + refused === 0 ? 'run.start' : 'run.goOn')}
          </Button>
        )}
        {isOpen && <Button onClick={() => void run.stop()}>{texts('run.stop')}</Button>}
        <Button icon={<ArrowDownload20Regular />} onClick={save}>
          {texts('report.save')}
        </Button>
        {refused > 0 && <Button onClick={() => void retry()}>{texts('run.retry')}</Button>}
        {unproven > 0 && isOver && <Button onClick={state.restart}>{texts('run.readAgain')}</Button>}
        {canUndo && asked === null && (
          <Button icon={<ArrowUndo20Regular />} onClick={() => setAsked('undo')}>
            {texts('run.undo')}
          </Button>
        )}
        {isOver && asked === null && (
          <Button icon={<Delete20Regular />} onClick={() => setAsked('delete')}>
            {texts('run.delete')}
          </Button>
        )}
      </div>
      {asked === 'undo' && (
        <ConfirmQuestion
          label={texts('run.undo')}
          text={texts('run.undoAsk', counted)}
          yes={texts('run.undoYes', counted)}
          onYes={() => void undo()}
          onCancel={() => setAsked(null)}
        />
      )}
      {asked === 'delete' && (
        <ConfirmQuestion
          label={texts('run.delete')}
          text={texts('run.deleteAsk')}
          yes={texts('run.deleteYes')}
          onYes={() => void remove()}
          onCancel={() => setAsked(null)}
        />
      )}
      <div role="status" className={styles.status}>
        {saved}
      </div>
    </>
  );
}

import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useRef } from 'react';
import { ownerKindsOf, reportOf } from '../../bulk';
import { useObservable } from '../../ui/page';
import type { BulkServices, OpenRun } from '../services';
import { usePageTexts } from '../texts';
import { RunActions } from './RunActions';
import { RunLines } from './RunLines';
import { RunMeter } from './RunMeter';
import { RunTrouble } from './RunTrouble';
import type { OpenedRun, RunState } from './useRun';

const useStyles = makeStyles({
  title: {
    margin: 0,
    outline: 'none',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, maxWidth: '720px' },
});

interface RunPanelProps {
  readonly state: RunState;
  readonly opened: OpenedRun;
  readonly bulk: BulkServices;
  readonly onRun: OpenRun;
  readonly onDeleted: () => void;
}

/** How far a run is, what can be done with it, and its lines. */
export function RunPanel({ state, opened, bulk, onRun, onDeleted }: RunPanelProps) {
  const { run, record } = opened;
  const styles = useStyles();
  const texts = usePageTexts();
  const progress = useObservable(run.progress);
  const { phase, total, proven, refused, unproven, notTried } = progress;
  const { lines } = reportOf(run.lines);
  const write = ownerKindsOf(lines.map(({ person }) => person));
  const isRunning = phase === 'running';
  const result = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The buttons of a run that goes on are not there any more.
    if (!isRunning && document.activeElement === document.body) result.current?.focus();
  }, [isRunning]);
  const isOver = phase === 'finished' || phase === 'stopped' || record.state === 'stopped';
  const done = texts(`run.done_${record.kind}`, { count: proven, all: texts.number(proven) });
  const others = [
    ...(refused > 0 ? [texts('run.refused', { all: texts.number(refused) })] : []),
    ...(unproven > 0 ? [texts('run.unproven', { all: texts.number(unproven) })] : []),
    ...(notTried > 0 ? [texts('run.notTried', { all: texts.number(notTried) })] : []),
  ];
  return (
    <>
      <div role="status">
        {!isRunning && (
          <>
            <h2 ref={result} tabIndex={-1} className={styles.title}>
              {[done, ...others].join(', ')}
            </h2>
            {isOver && unproven > 0 && <p className={styles.text}>{texts('run.unprovenNext')}</p>}
          </>
        )}
      </div>
      {isRunning && <RunMeter progress={progress} />}
      {phase === 'interrupted' && (
        <RunTrouble error={progress.error} id={record.id} write={write} onGoOn={state.start} />
      )}
      {state.lacksRight && <RunTrouble error="right" id={record.id} write={write} onGoOn={state.start} />}
      {phase === 'paused' && notTried + unproven > 0 && (
        <MessageBar layout="multiline">
          <MessageBarBody>{texts('run.paused')}</MessageBarBody>
        </MessageBar>
      )}
      <RunActions
        state={state}
        opened={opened}
        progress={progress}
        isOver={isOver}
        bulk={bulk}
        onRun={onRun}
        onDeleted={onDeleted}
      />
      {total > 0 && <RunLines lines={lines} isOver={!isRunning} />}
    </>
  );
}

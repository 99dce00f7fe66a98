import { Button, makeStyles, MessageBar, MessageBarBody, ProgressBar } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useMemo, useState } from 'react';
import { JournalFullError, ownerKindsOf } from '../../bulk';
import { useObservable } from '../../ui/page';
import { MoreRows } from '../MoreRows';
import { runJournal } from '../run/journal';
import { keepRunToStart } from '../run/runAfterSignIn';
import { writerOf } from '../run/writerOf';
import { usePageServices, type BulkServices, type OpenRun } from '../services';
import { usePageTexts, type PageTexts } from '../texts';
import { TroubleBar } from '../TroubleBar';
import type { PhotoCutter } from './cutter';
import { PlanLine } from './PlanLine';
import { Planner } from './planner';
import { canRun, isPlanned, newLineOf, rowKinds, type PlanRow, type PlanTask, type RowKind } from './planRow';

const useStyles = makeStyles({
  counts: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 },
  progress: { maxWidth: '480px' },
});

interface PlanPanelProps {
  readonly tasks: readonly PlanTask[];
  /** Files without a person. */
  readonly unmatched: number;
  readonly kind: 'save' | 'remove';
  readonly bulk: BulkServices;
  readonly cutter: PhotoCutter;
  readonly onRun: OpenRun;
}

/** What a run would do, person by person, before anything is written. */
export function PlanPanel({ tasks, unmatched, kind, bulk, cutter, onRun }: PlanPanelProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const { signIn } = usePageServices();
  const planner = useMemo(
    () => new Planner(tasks, { photos: bulk.photos, writer: writerOf(bulk) }, cutter),
    [tasks, bulk, cutter],
  );
  useEffect(() => {
    planner.start();
    return () => planner.close();
  }, [planner]);
  const { rows, ready, total, problem, pausedUntil } = useObservable(planner.progress);
  /** Rows whose part in the run is another one than at first, by object id. */
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<Error | null>(null);
  const [isStarting, setIsStarting] = useState(false);
  const isIn = (row: PlanRow): boolean => isPlanned(row) !== changed.has(row.task.person.id);
  const toggle = ({ task: { person } }: PlanRow): void => {
    const next = new Set(changed);
    if (!next.delete(person.id)) next.add(person.id);
    setChanged(next);
  };
  const isReady = ready === total;
  const included = rows.filter((row) => canRun(row) && isIn(row));
  const count = included.length;
  const start = async (): Promise<void> => {
    setIsStarting(true);
    setFailure(null);
    try {
      const journal = await runJournal();
      const { id } = await journal.create({ account: bulk.account, kind }, included.map(newLineOf));
      const write = ownerKindsOf(included.map(({ task }) => task.person));
      if (await bulk.mayWrite(write)) onRun(id, true);
      else {
        keepRunToStart(id);
        await signIn({ write });
      }
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
      setIsStarting(false);
    }
  };
  const preparing = texts('plan.preparing', { ready: texts.number(ready), all: texts.number(total) });
  return (
    <>
      {problem && <TroubleBar error={problem} onGoOn={() => planner.start()} />}
      {!isReady && (
        <div className={styles.progress}>
          <div>{preparing}</div>
          <ProgressBar thickness="medium" aria-label={preparing} value={ready} max={total} />
          <div role="status">{pausedUntil !== null && texts('read.paused', { time: texts.time(pausedUntil) })}</div>
        </div>
      )}
      <div role="status" className={styles.counts}>
        {isReady && countsText(rows, unmatched, kind, texts)}
      </div>
      {isReady && (
        <>
          <p className={styles.text}>{texts(`plan.about_${kind}`)}</p>
          {failure && (
            <MessageBar intent="error" layout="multiline" role="alert">
              <MessageBarBody>
                {texts(failure instanceof JournalFullError ? 'plan.full' : 'plan.noJournal')}
              </MessageBarBody>
            </MessageBar>
          )}
          <div>
            <Button
              appearance="primary"
              size="large"
              disabledFocusable={count === 0 || isStarting}
              onClick={() => count > 0 && !isStarting && void start()}
            >
              {texts(`plan.start_${kind}`, { count, all: texts.number(count) })}
            </Button>
          </div>
        </>
      )}
      <MoreRows
        rows={isReady ? inOrder(rows) : rows}
        label={texts('plan.title')}
        draw={(row) => (
          <PlanLine
            key={row.task.person.id}
            row={row}
            isIn={canRun(row) && isIn(row)}
            onToggle={() => toggle(row)}
            onRecut={isReady ? (cut) => planner.recut(row, cut) : null}
          />
        )}
      />
    </>
  );
}

/** What a run changes first, then what it cannot, then what it leaves alone; before any cut was changed. */
function inOrder(rows: readonly PlanRow[]): readonly PlanRow[] {
  return rowKinds.flatMap((kind) => rows.filter(({ firstKind }) => firstKind === kind));
}

/** How many rows there are of each kind: those that every plan names, and others where there are any. */
function countsText(rows: readonly PlanRow[], unmatched: number, kind: 'save' | 'remove', texts: PageTexts): string {
  const always: readonly RowKind[] = kind === 'save' ? ['new', 'replaced', 'unchanged'] : ['removed', 'nothing'];
  const parts = rowKinds.flatMap((one) => {
    const count = rows.filter((row) => row.kind === one).length;
    return count > 0 || always.includes(one) ? [texts(`plan.count_${one}`, { count: texts.number(count) })] : [];
  });
  if (kind === 'save') parts.push(texts('plan.count_unmatched', { count: texts.number(unmatched) }));
  return parts.join(', ');
}

import type { BackupProgress } from '../../bulk';
import { Meter } from '../Meter';
import { usePageTexts } from '../texts';
import { milestoneOf } from './milestone';

/** How many people are read. Every quarter of them is announced. */
export function BackupMeter({ progress }: { progress: BackupProgress }) {
  const texts = usePageTexts();
  const { phase, read, total, millisecondsLeft, waitsUntil } = progress;
  const textAt = (count: number): string => texts('read.some', { read: texts.number(count), all: texts.number(total) });
  return (
    <>
      <Meter
        text={textAt(read)}
        value={read}
        max={total}
        millisecondsLeft={phase === 'running' ? millisecondsLeft : null}
        waits={waitsUntil === null ? '' : texts('read.paused', { time: texts.time(waitsUntil) })}
      />
      <div role="status" className="hidden">
        {textAt(milestoneOf(read, total))}
      </div>
    </>
  );
}

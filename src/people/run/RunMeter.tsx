import type { RunProgress } from '../../bulk';
import { Meter } from '../Meter';
import { usePageTexts } from '../texts';

/** How many lines have ended, and how long the others take. */
export function RunMeter({ progress }: { progress: RunProgress }) {
  const texts = usePageTexts();
  const { total, proven, refused, millisecondsLeft, waitsUntil } = progress;
  const ended = proven + refused;
  return (
    <Meter
      text={texts('run.progress', { done: texts.number(ended), all: texts.number(total) })}
      value={ended}
      max={total}
      millisecondsLeft={millisecondsLeft}
      waits={waitsUntil === null ? '' : texts('run.waits', { time: texts.time(waitsUntil) })}
    />
  );
}

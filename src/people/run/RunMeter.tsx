import { makeStyles, ProgressBar } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import type { RunProgress } from '../../bulk';
import { usePageTexts, type PageTexts } from '../texts';

const useStyles = makeStyles({
  root: { maxWidth: '480px' },
  text: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  left: { color: tokens.colorNeutralForeground2, minHeight: tokens.lineHeightBase300 },
});

/** How many lines have ended, and how long the others take. */
export function RunMeter({ progress }: { progress: RunProgress }) {
  const styles = useStyles();
  const texts = usePageTexts();
  const { total, proven, refused, millisecondsLeft, waitsUntil } = progress;
  const ended = proven + refused;
  const text = texts('run.progress', { done: texts.number(ended), all: texts.number(total) });
  return (
    <div className={styles.root}>
      <div className={styles.text}>{text}</div>
      <ProgressBar thickness="large" aria-label={text} value={ended} max={total} />
      <div className={styles.left}>{millisecondsLeft !== null && timeLeft(millisecondsLeft, texts)}</div>
      {/* Announced once: the count changes several times a second. */}
      <div role="status">{waitsUntil !== null && texts('run.waits', { time: texts.time(waitsUntil) })}</div>
    </div>
  );
}

function timeLeft(milliseconds: number, texts: PageTexts): string {
  const minutes = Math.round(milliseconds / 60_000);
  return minutes < 1
    ? texts('run.lessThanMinute')
    : texts('run.minutes', { count: minutes, all: texts.number(minutes) });
}

import { makeStyles, ProgressBar } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { usePageTexts, type PageTexts } from './texts';

const useStyles = makeStyles({
  root: { maxWidth: '480px' },
  text: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  left: { color: tokens.colorNeutralForeground2, minHeight: tokens.lineHeightBase300 },
});

interface MeterProps {
  /** How far it is, in words. */
  readonly text: string;
  readonly value: number;
  readonly max: number;
  /** Null where it cannot be estimated. */
  readonly millisecondsLeft: number | null;
  /** Until when the service asks for a pause; empty where it does not. Announced once. */
  readonly waits: string;
}

/** How far work over many people is, and how long the rest takes. The count itself is not announced: it changes too often. */
export function Meter({ text, value, max, millisecondsLeft, waits }: MeterProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  return (
    <div className={styles.root}>
      <div className={styles.text}>{text}</div>
      <ProgressBar thickness="large" aria-label={text} value={value} max={max} />
      <div className={styles.left}>{millisecondsLeft !== null && timeLeft(millisecondsLeft, texts)}</div>
      <div role="status">{waits}</div>
    </div>
  );
}

function timeLeft(milliseconds: number, texts: PageTexts): string {
  const minutes = Math.round(milliseconds / 60_000);
  return minutes < 1
    ? texts('run.lessThanMinute')
    : texts('run.minutes', { count: minutes, all: texts.number(minutes) });
}

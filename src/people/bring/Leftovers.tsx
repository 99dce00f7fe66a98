import { makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import type { ListProblem } from '../../bulk';
import { MoreRows } from '../MoreRows';
import { usePageTexts } from '../texts';
import type { UnreadFile } from './chosenFiles';
import { Section } from './Section';

const useStyles = makeStyles({
  row: { padding: `${tokens.spacingVerticalXS} 0`, overflowWrap: 'anywhere' },
  reason: { color: tokens.colorNeutralForeground2 },
});

interface LeftoversProps {
  readonly unmatched: readonly string[];
  readonly unread: readonly UnreadFile[];
  /** Rows of lists that decide nothing. */
  readonly problems: readonly ListProblem[];
}

/** What has no person, and what could not be read. */
export function Leftovers({ unmatched, unread, problems }: LeftoversProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const row = (text: string, reason: string | null) => (
    <li key={text + (reason ?? '')} className={styles.row}>
      {text} {reason !== null && <span className={styles.reason}>{reason}</span>}
    </li>
  );
  return (
    <>
      {unmatched.length > 0 && (
        <Section title={texts('add.unmatched')} text={texts('add.unmatchedNext')}>
          <MoreRows rows={unmatched} label={texts('add.unmatched')} draw={(path) => row(path, null)} />
        </Section>
      )}
      {unread.length > 0 && (
        <Section title={texts('add.unread')}>
          <MoreRows
            rows={unread}
            label={texts('add.unread')}
            draw={({ path, reason }) => row(path, texts(`unread.${reason}`))}
          />
        </Section>
      )}
      {problems.length > 0 && (
        <Section title={texts('add.listProblems')}>
          <MoreRows
            rows={problems}
            label={texts('add.listProblems')}
            draw={({ kind, row: { line, file, person } }) =>
              row(texts('add.listRow', { line: texts.number(line), file, person }), texts(`listProblem.${kind}`))
            }
          />
        </Section>
      )}
    </>
  );
}

import { makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { MoreRows } from '../MoreRows';
import { usePageTexts } from '../texts';
import type { Assigned } from './decisions';
import { Section } from './Section';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 3fr) minmax(0, 4fr)',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    '@media (max-width: 760px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: 0 },
  },
  reason: { color: tokens.colorNeutralForeground2 },
});

/** Whose each file is, and why. */
export function MatchedFiles({ assigned }: { assigned: readonly Assigned[] }) {
  const styles = useStyles();
  const texts = usePageTexts();
  if (assigned.length === 0) return null;
  const reasonOf = ({ reason }: Assigned): string => {
    if (!reason) return texts('match.chosen');
    if (reason.kind === 'list') return texts('match.list', { line: texts.number(reason.line), text: reason.text });
    return texts(`match.${reason.kind}`, { text: reason.text });
  };
  return (
    <Section title={texts('add.matched')}>
      <MoreRows
        rows={assigned}
        label={texts('add.matched')}
        draw={(one) => (
          <li key={one.path} className={styles.row}>
            <span>{one.path}</span>
            <strong>{one.person.displayName || one.person.userPrincipalName}</strong>
            <span className={styles.reason}>{reasonOf(one)}</span>
          </li>
        )}
      />
    </Section>
  );
}

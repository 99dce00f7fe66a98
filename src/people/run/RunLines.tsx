import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock20Regular } from '@fluentui/react-icons/svg/clock';
import { Circle20Regular } from '@fluentui/react-icons/svg/circle';
import { ErrorCircle20Regular } from '@fluentui/react-icons/svg/error-circle';
import { tokens } from '@fluentui/tokens';
import type { ReactElement } from 'react';
import type { LineOutcome, ReportLine } from '../../bulk';
import { MoreRows } from '../MoreRows';
import { usePageTexts } from '../texts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 2fr) minmax(0, 3fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    '@media (max-width: 600px)': { gridTemplateColumns: '20px minmax(0, 1fr)' },
  },
  icon: { display: 'flex', color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  result: { '@media (max-width: 600px)': { gridColumnStart: 2 } },
});

const icons: Readonly<Record<LineOutcome, ReactElement>> = {
  proven: <CheckmarkCircle20Regular />,
  refused: <ErrorCircle20Regular />,
  unproven: <Clock20Regular />,
  notTried: <Circle20Regular />,
};

/** Those that need a look come first. */
const order: readonly LineOutcome[] = ['refused', 'unproven', 'notTried', 'proven'];

/** What has become of each line; while the run goes on, in the order of the run. */
export function RunLines({ lines, isOver }: { lines: readonly ReportLine[]; isOver: boolean }) {
  const styles = useStyles();
  const texts = usePageTexts();
  const sorted = isOver ? order.flatMap((outcome) => lines.filter((line) => line.outcome === outcome)) : lines;
  return (
    <MoreRows
      rows={sorted}
      label={texts('list.label')}
      draw={({ person, file, change, outcome, refusal }) => (
        <li key={person.id} className={styles.row}>
          <span
            className={mergeClasses(
              styles.icon,
              outcome === 'proven' && styles.good,
              outcome === 'refused' && styles.bad,
            )}
            aria-hidden="true"
          >
            {icons[outcome]}
          </span>
          <span>
            <span className={styles.name}>{person.displayName || person.userPrincipalName}</span>
            {file !== null && <bdi className={styles.quiet}>{file}</bdi>}
          </span>
          <span className={styles.result}>
            {refusal ? texts(`refusal.${refusal.reason}`) : texts(`outcome.${outcome}_${change}`)}
            {refusal && refusal.status > 0 && (
              <span className={styles.quiet}>
                {texts('refusal.code', { code: [refusal.status, refusal.code].filter(Boolean).join(' ') })}
              </span>
            )}
          </span>
        </li>
      )}
    />
  );
}

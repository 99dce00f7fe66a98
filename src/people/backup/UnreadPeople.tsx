import { makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import type { UnreadPhoto } from '../../bulk';
import { MoreRows } from '../MoreRows';
import { usePageTexts } from '../texts';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    '@media (max-width: 600px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 0 },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Who is missing in a backup, and why. */
export function UnreadPeople({ unread }: { unread: readonly UnreadPhoto[] }) {
  const styles = useStyles();
  const texts = usePageTexts();
  if (unread.length === 0) return null;
  return (
    <>
      <h2 className={styles.title}>{texts('backup.unreadTitle')}</h2>
      <MoreRows
        rows={unread}
        label={texts('backup.unreadTitle')}
        draw={({ person: { id, displayName, userPrincipalName }, reason, summary }) => (
          <li key={id} className={styles.row}>
            <span className={styles.name}>{displayName || userPrincipalName}</span>
            <span>
              {texts(`backup.reason_${reason}`)}
              {summary && summary.status > 0 && (
                <span className={styles.quiet}>
                  {texts('refusal.code', { code: [summary.status, summary.code].filter(Boolean).join(' ') })}
                </span>
              )}
            </span>
          </li>
        )}
      />
    </>
  );
}

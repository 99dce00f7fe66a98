import { makeStyles, Subtitle2, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: 'center',
  },
  icon: { color: tokens.colorNeutralForeground3, fontSize: '48px', lineHeight: 0 },
  // Fluent aligns wrapped lines to the start.
  title: { margin: 0, textAlign: 'center' },
  next: { color: tokens.colorNeutralForeground2 },
});

/** An empty state: what it is, and what to do next. */
export function EmptyState({ icon, title, next }: { icon: ReactNode; title: string; next: string }) {
  const styles = useStyles();
  return (
    <section className={styles.root} role="status">
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <Subtitle2 as="h2" className={styles.title}>
        {title}
      </Subtitle2>
      <Text align="center" className={styles.next}>
        {next}
      </Text>
    </section>
  );
}

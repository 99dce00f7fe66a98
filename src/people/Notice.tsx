import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalL,
    maxWidth: '600px',
    margin: `${tokens.spacingVerticalXXXL} auto`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
  },
  part: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
});

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  /** It stands below the title of the page, in place of a part of it. */
  readonly isPart?: boolean;
  /** What to do next. */
  readonly children?: ReactNode;
}

/** What the page says in place of the list. */
export function Notice({ title, text, isPart = false, children }: NoticeProps) {
  const styles = useStyles();
  const Title = isPart ? 'h2' : 'h1';
  return (
    <section className={styles.root}>
      <Title className={mergeClasses(styles.title, isPart && styles.part)}>{title}</Title>
      <p className={styles.text}>{text}</p>
      {children && <div className={styles.actions}>{children}</div>}
    </section>
  );
}

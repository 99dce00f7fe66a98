import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { tokens } from '@fluentui/tokens';
import { useEffect, useRef, type ReactNode } from 'react';
import { usePageTexts } from './texts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '960px' },
  back: { alignSelf: 'flex-start', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
  title: {
    margin: 0,
    outline: 'none',
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
});

interface ScreenFrameProps {
  readonly title: string;
  readonly backLabel?: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/** A screen that is opened from the list. Its heading has the focus at first, so that screen readers read it. */
export function ScreenFrame({ title, backLabel, onBack, children }: ScreenFrameProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, []);
  return (
    <div className={styles.root}>
      <Button className={styles.back} appearance="subtle" icon={<ArrowLeft20Regular />} onClick={onBack}>
        {backLabel ?? texts('screen.back')}
      </Button>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {children}
    </div>
  );
}

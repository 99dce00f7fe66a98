import { makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useObservable, useTexts } from '../services';
import { openedSettings } from './openedSettings';
import { sectionTitle, type Section } from './sections';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusSmall,
    outlineOffset: '2px',
    // The heading of the first section leaves the bar in sight.
    scrollMarginTop: '120px',
  },
});

interface SettingsSectionProps {
  readonly section: Section;
  readonly children: ReactNode;
}

/** A section of the settings. Its heading gets the focus when the section is chosen in the menu. */
export function SettingsSection({ section, children }: SettingsSectionProps) {
  const styles = useStyles();
  const texts = useTexts();
  const id = useId();
  const opened = useObservable(openedSettings);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened?.section !== section) return;
    if (heading.current) focusHeading(heading.current);
  }, [opened, section]);
  return (
    <section className={styles.root} aria-labelledby={id}>
      <h3 ref={heading} id={id} tabIndex={-1} className={styles.title}>
        {sectionTitle(section, texts)}
      </h3>
      {children}
    </section>
  );
}

/** The heading is in the tab order while it has the focus: where it is not, Office.js holds the focus at Tab. */
function focusHeading(heading: HTMLElement): void {
  heading.tabIndex = 0;
  heading.addEventListener('blur', () => (heading.tabIndex = -1), { once: true });
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}

import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useLayoutEffect, type ReactNode } from 'react';
import type { Brightness } from '../../mailbox';
import { useSystemBrightness } from './systemBrightness';

const useStyles = makeStyles({
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
});

/** Empty, since the build writes the colors of both themes to the style sheet. */
const noTheme = {};

/** The page in Outlook's or the chosen theme, or in the system's where there is none (`brightness` is null). */
export function Themed({ brightness, children }: { brightness: Brightness | null; children: ReactNode }) {
  const styles = useStyles();
  const system = useSystemBrightness();
  const theme = brightness ?? system;
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return (
    <FluentProvider theme={noTheme} className={styles.root}>
      {children}
    </FluentProvider>
  );
}

import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import type { ReactNode } from 'react';
import type { Brightness } from '../../mailbox';
import { useSystemBrightness } from './systemBrightness';

const useStyles = makeStyles({
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
});

/** Empty, since the build writes the colors of both themes to the style sheet. */
const noTheme = {};

/** Its children in Outlook's theme, or in the system's where Outlook has none (`brightness` is null). */
export function Themed({ brightness, children }: { brightness: Brightness | null; children: ReactNode }) {
  const styles = useStyles();
  const system = useSystemBrightness();
  return (
    <FluentProvider theme={noTheme} className={styles.root} data-theme={brightness ?? system}>
      {children}
    </FluentProvider>
  );
}

import { makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useTexts } from '../services';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** How to pin the pane, and how to get help. */
export function HelpSection() {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div className={styles.root}>
      <Text>{texts('help.pin')}</Text>
      <Text>{texts('help.diagnosis')}</Text>
    </div>
  );
}

import { makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useServices, useTexts } from '../services';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** How to pin the pane, or what a phone lacks; and how to get help. */
export function HelpSection() {
  const styles = useStyles();
  const texts = useTexts();
  const { isPhone } = useServices().mailbox;
  return (
    <div className={styles.root}>
      <Text>{texts(isPhone ? 'help.phone' : 'help.pin')}</Text>
      <Text>{texts('help.diagnosis')}</Text>
    </div>
  );
}

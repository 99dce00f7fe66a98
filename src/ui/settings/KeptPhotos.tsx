import { Button, makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useMemo } from 'react';
import { useObservable, useServices, useTexts } from '../services';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** How much is cached on this machine, and the button that removes it. */
export function KeptPhotos() {
  const styles = useStyles();
  const texts = useTexts();
  const { library } = useServices();
  const kept = useObservable(useMemo(() => library.watchUsage(), [library]));
  return (
    <div className={styles.root}>
      <Text role="status">
        {kept &&
          texts('about.keptValue', {
            people: kept.people,
            kilobytes: texts.number(Math.ceil(kept.bytes / 1000)),
          })}
      </Text>
      <Text size={200} className={styles.quiet}>
        {texts('about.privacy')}
      </Text>
      <Button disabledFocusable={kept?.people === 0} onClick={() => void library.forgetAll()}>
        {texts('about.forget')}
      </Button>
    </div>
  );
}

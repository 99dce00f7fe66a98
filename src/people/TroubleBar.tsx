import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { usePageServices } from './services';
import { usePageTexts } from './texts';
import { troubleOf } from './troubles';

const useStyles = makeStyles({ root: { marginBottom: tokens.spacingVerticalM } });

interface TroubleBarProps {
  readonly error: unknown;
  readonly onGoOn: () => void;
}

/** Why the reading has stopped, with the one thing that helps. */
export function TroubleBar({ error, onGoOn }: TroubleBarProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const { signIn } = usePageServices();
  const { text, remedy } = troubleOf(error, texts);
  return (
    <MessageBar className={styles.root} intent="warning" role="alert">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        {remedy === 'signIn' ? (
          <Button onClick={() => void signIn({ error }).catch(() => undefined)}>{texts('trouble.signInAgain')}</Button>
        ) : (
          <Button onClick={onGoOn}>{texts('trouble.goOn')}</Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

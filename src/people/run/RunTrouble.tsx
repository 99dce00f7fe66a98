import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { JournalFullError, RunElsewhereError } from '../../bulk';
import { PermissionError } from '../../photos';
import { usePageServices } from '../services';
import { usePageTexts } from '../texts';
import { troubleOf } from '../troubles';
import { keepRunToStart } from './runAfterSignIn';

const useStyles = makeStyles({ root: { flexShrink: 0 } });

interface RunTroubleProps {
  /** `right`: the sign-in lacks the permission to write. */
  readonly error: Error | 'right' | null;
  readonly id: string;
  readonly onGoOn: () => void;
}

/** Why a run has stopped, with the one thing that helps. */
export function RunTrouble({ error, id, onGoOn }: RunTroubleProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const { signIn } = usePageServices();
  const signInFor = (options: Parameters<typeof signIn>[0]): void => {
    keepRunToStart(id);
    void signIn({ ...options, write: true }).catch(() => undefined);
  };
  const { text, remedy } = troubleIn();
  return (
    <MessageBar className={styles.root} intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        {remedy === 'signIn' && <Button onClick={() => signInFor({ error })}>{texts('trouble.signInAgain')}</Button>}
        {remedy === 'goOn' && <Button onClick={onGoOn}>{texts('run.goOn')}</Button>}
        {remedy === 'ask' && <Button onClick={() => signInFor({})}>{texts('rights.ask')}</Button>}
        {remedy === 'another' && (
          <Button onClick={() => void signIn({ another: true }).catch(() => undefined)}>
            {texts('page.otherAccount')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );

  function troubleIn(): { readonly text: string; readonly remedy: 'signIn' | 'goOn' | 'ask' | 'another' } {
    if (error === 'right') return { text: texts('rights.missing'), remedy: 'ask' };
    if (error instanceof PermissionError) return { text: texts('rights.noRole'), remedy: 'another' };
    if (error instanceof RunElsewhereError) return { text: texts('run.elsewhere'), remedy: 'goOn' };
    if (error instanceof JournalFullError) return { text: texts('plan.full'), remedy: 'goOn' };
    return troubleOf(error, texts);
  }
}

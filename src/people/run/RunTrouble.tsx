import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { JournalFullError, RunElsewhereError } from '../../bulk';
import { permissionsText } from '../permissionsText';
import { PermissionError, type OwnerKind } from '../../photos';
import { usePageServices } from '../services';
import { usePageTexts, type PageTexts } from '../texts';
import { troubleOf } from '../troubles';
import { keepRunToStart } from './runAfterSignIn';

const useStyles = makeStyles({ root: { flexShrink: 0 } });

interface RunTroubleProps {
  /** `right`: the sign-in lacks the permission to write. */
  readonly error: Error | 'right' | null;
  readonly id: string;
  /** Whose photos the run changes. */
  readonly write: readonly OwnerKind[];
  readonly onGoOn: () => void;
}

/** Why a run has stopped, with the one thing that helps. */
export function RunTrouble({ error, id, write, onGoOn }: RunTroubleProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const { signIn } = usePageServices();
  const signInFor = (options: Parameters<typeof signIn>[0]): void => {
    keepRunToStart(id);
    void signIn({ ...options, write }).catch(() => undefined);
  };
  const { text, remedies } = troubleIn(error, write, texts);
  return (
    <MessageBar className={styles.root} intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        {remedies.includes('signIn') && (
          <Button onClick={() => signInFor({ error })}>{texts('trouble.signInAgain')}</Button>
        )}
        {remedies.includes('goOn') && <Button onClick={onGoOn}>{texts('run.goOn')}</Button>}
        {remedies.includes('ask') && <Button onClick={() => signInFor({})}>{texts('rights.ask')}</Button>}
        {remedies.includes('another') && (
          <Button onClick={() => void signIn({ another: true }).catch(() => undefined)}>
            {texts('page.otherAccount')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

type Remedy = 'signIn' | 'goOn' | 'ask' | 'another';

interface RunTroubleText {
  readonly text: string;
  readonly remedies: readonly Remedy[];
}

function troubleIn(error: RunTroubleProps['error'], write: readonly OwnerKind[], texts: PageTexts): RunTroubleText {
  if (error === 'right') {
    return { text: texts('rights.missing', { permissions: permissionsText(write) }), remedies: ['ask', 'another'] };
  }
  if (error instanceof PermissionError) return { text: texts('rights.noRole'), remedies: ['another', 'goOn'] };
  if (error instanceof RunElsewhereError) return { text: texts('run.elsewhere'), remedies: ['goOn'] };
  if (error instanceof JournalFullError) return { text: texts('plan.full'), remedies: ['goOn'] };
  const { text, remedy } = troubleOf(error, texts);
  return { text, remedies: [remedy] };
}

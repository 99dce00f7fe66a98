import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { BackupFileError } from '../../bulk';
import { usePageServices } from '../services';
import { usePageTexts } from '../texts';
import { troubleOf } from '../troubles';

/** Why a backup has ended, with what helps. */
export function BackupFailure({ error }: { error: Error | null }) {
  const texts = usePageTexts();
  const { signIn } = usePageServices();
  const isOfFile = error instanceof BackupFileError;
  const { text, remedy } = troubleOf(error, texts);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{isOfFile ? texts('backup.fileFailed') : text}</MessageBarBody>
      {!isOfFile && remedy === 'signIn' && (
        <MessageBarActions>
          <Button onClick={() => void signIn({ error }).catch(() => undefined)}>{texts('trouble.signInAgain')}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

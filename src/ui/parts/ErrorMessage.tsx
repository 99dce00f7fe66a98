import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useServices, useWords } from '../services';
import { troubleOf } from './errorTexts';

const useStyles = makeStyles({ root: { textAlign: 'start' } });

export interface ErrorMessageProps {
  readonly error: Error;
  readonly onRetry: () => void;
  /** A photo was to be changed, not only to be looked at. */
  readonly writing?: boolean;
}

/** A failure in plain words with the one thing to do next. */
export default function ErrorMessage({ error, onRetry, writing = false }: ErrorMessageProps) {
  const styles = useStyles();
  const words = useWords();
  const { prompt, about } = useServices();
  const [answer, setAnswer] = useState<{ to: Error; failure: Error } | null>(null);
  const [busy, setBusy] = useState(false);
  // What came of the prompt counts only for the failure it was to mend.
  const trouble = troubleOf(answer?.to === error ? answer.failure : error, words, writing);

  const signIn = async (): Promise<void> => {
    setBusy(true);
    try {
      await prompt(error);
      onRetry();
    } catch (failure) {
      setAnswer({ to: error, failure: failure as Error });
    } finally {
      setBusy(false);
    }
  };

  return (
    <MessageBar className={styles.root} intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>{trouble.text}</MessageBarBody>
      <MessageBarActions>
        {trouble.remedy === 'retry' && <Button onClick={onRetry}>{trouble.label}</Button>}
        {trouble.remedy === 'signIn' && (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void signIn()}>
            {trouble.label}
          </Button>
        )}
        {trouble.remedy === 'consent' && (
          <Link href={about.consentUrl} target="_blank" rel="noopener noreferrer">
            {trouble.label}
          </Link>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

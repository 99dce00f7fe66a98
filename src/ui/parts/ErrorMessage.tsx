import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useServices, useTexts } from '../services';
import { errorText } from './errorTexts';

const useStyles = makeStyles({ root: { textAlign: 'start' } });

export interface ErrorMessageProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** A photo was being changed, not only looked at. */
  readonly isChange?: boolean;
}

/** An error in plain words, with its remedy as a button or link. */
export default function ErrorMessage({ error, onRetry, isChange = false }: ErrorMessageProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { prompt, about } = useServices();
  const [failedPrompt, setFailedPrompt] = useState<{ for: unknown; failure: unknown } | null>(null);
  const [isPrompting, setIsPrompting] = useState(false);
  // A failed sign-in replaces only the error that it was the remedy for.
  const shown = failedPrompt && failedPrompt.for === error ? failedPrompt.failure : error;
  const { text, remedy, label } = errorText(shown, texts, isChange);

  const signIn = async (): Promise<void> => {
    setIsPrompting(true);
    try {
      await prompt(error);
      onRetry();
    } catch (failure) {
      setFailedPrompt({ for: error, failure });
    } finally {
      setIsPrompting(false);
    }
  };

  return (
    <MessageBar className={styles.root} intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        {remedy === 'retry' && <Button onClick={onRetry}>{label}</Button>}
        {remedy === 'signIn' && (
          <Button appearance="primary" disabledFocusable={isPrompting} onClick={() => void signIn()}>
            {label}
          </Button>
        )}
        {remedy === 'consent' && (
          <Link href={about.consentUrl} target="_blank" rel="noopener noreferrer">
            {label}
          </Link>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

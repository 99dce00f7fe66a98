import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useState, type ReactNode } from 'react';
import { InteractionRequiredError, TokenError } from '../../auth';
import { ReloadButton } from '../reload/NewVersion';
import { useObservable, useServices, useTexts } from '../services';
import { aboutFacts, diagnosisText, signInFacts } from './diagnosis';
import { DiagnosisButton } from './DiagnosisButton';
import { errorText, type Task } from './errorTexts';

const useStyles = makeStyles({
  root: { textAlign: 'start' },
  // Without an action there is no row for actions.
  actions: { flexWrap: 'wrap', rowGap: tokens.spacingVerticalS, ':empty': { display: 'none' } },
});

export interface ErrorMessageProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** What failed; a look at a photo where it is left out. */
  readonly task?: Task;
  /** The screen itself offers a diagnosis. */
  readonly hasDiagnosis?: boolean;
  /** More actions, such as a diagnosis. */
  readonly children?: ReactNode;
}

/** An error in plain words, with its remedy as a button or link. */
export default function ErrorMessage(props: ErrorMessageProps) {
  const { error, onRetry, task = 'look', hasDiagnosis = false, children } = props;
  const styles = useStyles();
  const texts = useTexts();
  const { prompt } = useServices();
  const [failedPrompt, setFailedPrompt] = useState<{ for: unknown; failure: unknown } | null>(null);
  const [isPrompting, setIsPrompting] = useState(false);
  // A failed sign-in replaces only the error that it was the remedy for.
  const shown = failedPrompt && failedPrompt.for === error ? failedPrompt.failure : error;
  const { text, remedy, label } = errorText(shown, texts, task);

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
    // Announced when it appears.
    <MessageBar className={styles.root} intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions className={styles.actions}>
        {remedy === 'retry' && <Button onClick={onRetry}>{label}</Button>}
        {remedy === 'signIn' && (
          <Button appearance="primary" disabledFocusable={isPrompting} onClick={() => void signIn()}>
            {label}
          </Button>
        )}
        {remedy === 'consent' && <ConsentLink label={label} />}
        {remedy === 'reload' && <ReloadButton />}
        {!hasDiagnosis && shown instanceof TokenError && <SignInDiagnosis error={shown} />}
        {children}
      </MessageBarActions>
    </MessageBar>
  );
}

/** Nothing where the permission is granted: then the photo itself is refused, and approving changes nothing. */
function ConsentLink({ label }: { label: string }) {
  const { about, signIn } = useServices();
  const granted = new Set(useObservable(signIn.latest)?.scopes.map((scope) => scope.toLowerCase()));
  if (about.readingScopes.every((scope) => granted.has(scope.toLowerCase()))) return null;
  return (
    <Link href={about.consentUrl} target="_blank" rel="noopener noreferrer">
      {label}
    </Link>
  );
}

/** Failures that are part of every sign-in: a prompt is needed, or was cancelled. */
const ordinaryFailures = new Set(['InteractionRequiredError', 'SignInCancelledError']);

/** Copies the codes of a failed sign-in for the help desk; nothing where a sign-in is only needed or was only cancelled. */
function SignInDiagnosis({ error }: { error: TokenError }) {
  const texts = useTexts();
  const { about, signIn } = useServices();
  const failures = useObservable(signIn.failures);
  const isOrdinary = failures.every((failure) => ordinaryFailures.has(failure.error));
  if (isOrdinary || error instanceof InteractionRequiredError) return null;
  const diagnosis = (): string => {
    const scopes = signIn.latest.value?.scopes.join(' ');
    const facts = { 'diagnosis.result': error.name, 'diagnosis.scopes': scopes };
    return diagnosisText({ ...aboutFacts(about), ...facts, ...signInFacts(failures) }, texts);
  };
  return <DiagnosisButton diagnosis={diagnosis} />;
}

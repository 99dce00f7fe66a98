import { makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { TimeoutError, ThrottledError, UnreachableError } from '../../http';
import {
  PermissionError,
  PictureRefusedError,
  ServiceError,
  SignInRequiredError,
  UnexpectedAnswerError,
  UnprovenSaveError,
} from '../../photos';
import { DiagnosisButton } from '../parts/DiagnosisButton';
import { aboutFacts, diagnosisText, signInFacts, writeFacts } from '../parts/diagnosis';
import ErrorMessage from '../parts/ErrorMessage';
import { PortraitFace } from '../person/PortraitFace';
import { useObservable, usePortrait, useServices, useTexts } from '../services';
import { changeTask } from './changeTask';
import type { PhotoEditing } from './usePhotoEditor';

const useStyles = makeStyles({
  root: { width: '100%' },
  held: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
});

interface ChangeErrorProps {
  readonly editing: PhotoEditing;
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Beside a picture that was not saved: shows the one that the service holds in its place. */
  readonly showsHeld?: boolean;
}

/** Why a change failed, its remedy, and what the service said, for the help desk. */
export function ChangeError({ editing, error, onRetry, showsHeld = false }: ChangeErrorProps) {
  const styles = useStyles();
  const { library } = useServices();
  const { owner } = editing;
  const isHeldKnown = error instanceof UnprovenSaveError && error.held !== null;
  return (
    <div className={styles.root}>
      <ErrorMessage task={changeTask(library, owner)} error={error} onRetry={onRetry}>
        <WriteDiagnosis editing={editing} error={error} />
      </ErrorMessage>
      {showsHeld && isHeldKnown && <HeldPhoto editing={editing} />}
    </div>
  );
}

/** The photo that the service holds, beside the one that was to be saved. */
function HeldPhoto({ editing: { owner } }: Pick<ChangeErrorProps, 'editing'>) {
  const styles = useStyles();
  const texts = useTexts();
  const portrait = usePortrait(owner, heldSide);
  return (
    <div className={styles.held}>
      <PortraitFace name={owner.address} portrait={portrait} size={heldSide} />
      <Text>{texts('saving.held')}</Text>
    </div>
  );
}

/** CSS pixels. */
const heldSide = 32;

/** Failures of the service, in contrast to those of the picture and of the sign-in. */
const serviceErrors = [
  PermissionError,
  PictureRefusedError,
  ServiceError,
  SignInRequiredError,
  ThrottledError,
  TimeoutError,
  UnexpectedAnswerError,
  UnprovenSaveError,
  UnreachableError,
];

function isOfService(error: unknown): error is Error & { readonly reason?: string } {
  return serviceErrors.some((one) => error instanceof one);
}

/** Copies what the service said to the last write; nothing where none was sent. */
function WriteDiagnosis({ editing: { owner }, error }: Pick<ChangeErrorProps, 'editing' | 'error'>) {
  const texts = useTexts();
  const { about, library, signIn } = useServices();
  const token = useObservable(signIn.latest);
  const write = library.lastWrite(owner);
  if (!write || !isOfService(error)) return null;
  const diagnosis = (): string =>
    diagnosisText(
      {
        ...aboutFacts(about),
        'diagnosis.address': owner.address,
        'diagnosis.result': [error.name, error.reason].filter(Boolean).join(' '),
        ...writeFacts(write),
        'diagnosis.scopes': token?.scopes.join(' '),
        ...signInFacts(signIn.failures.value),
      },
      texts,
    );
  return <DiagnosisButton diagnosis={diagnosis} />;
}

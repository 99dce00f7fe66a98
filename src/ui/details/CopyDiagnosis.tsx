import { makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { Copy20Regular } from '@fluentui/react-icons/svg/copy';
import type { Person } from '../../mailbox';
import type { Portrait } from '../../photos';
import { aboutFacts, diagnosisText, signInFacts, writeFacts } from '../parts/diagnosis';
import { DiagnosisButton } from '../parts/DiagnosisButton';
import { useObservable, useServices, useSizes, useTexts } from '../services';

const useStyles = makeStyles({
  button: { justifyContent: 'space-between', width: '100%', paddingInline: tokens.spacingHorizontalS },
});

interface CopyDiagnosisProps {
  readonly person: Person;
  readonly portrait: Portrait;
}

/**
 * Copies a diagnosis of one photo for the help desk: no token, no picture, and no personal data but the address that was
 * looked up.
 */
export function CopyDiagnosis(props: CopyDiagnosisProps) {
  const styles = useStyles();
  return (
    <DiagnosisButton
      diagnosis={useDiagnosis(props)}
      button={{ appearance: 'subtle', className: styles.button, icon: <Copy20Regular />, iconPosition: 'after' }}
    />
  );
}

/** A function that returns the diagnosis. */
function useDiagnosis({ person, portrait }: CopyDiagnosisProps): () => string {
  const texts = useTexts();
  const { about, library, signIn } = useServices();
  const token = useObservable(signIn.latest);
  const sizes = useSizes(person);
  return () => {
    const last = library.lastResponse(person);
    const facts = {
      ...aboutFacts(about, last?.at),
      'diagnosis.address': person.address,
      'diagnosis.result': resultOf(portrait),
      'diagnosis.status': last?.response?.status,
      'diagnosis.code': last?.response?.code,
      'diagnosis.requestId': last?.response?.requestId,
      ...writeFacts(library.lastWrite(person)),
      'diagnosis.scopes': token?.scopes.join(' '),
      'diagnosis.sizes': sizes.status === 'listed' ? sizes.sizes.map(({ id }) => id).join(' ') || 'none' : sizes.status,
      ...signInFacts(signIn.failures.value),
    };
    return diagnosisText(facts, texts);
  };
}

function resultOf(portrait: Portrait): string {
  switch (portrait.status) {
    case 'none':
      return portrait.reason;
    case 'failed':
      return portrait.error.name;
    default:
      return portrait.status;
  }
}

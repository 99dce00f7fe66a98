import { Button, makeStyles, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Person } from '../../mailbox';
import type { Portrait } from '../../photos';
import { useObservable, useServices, useSizes, useTexts } from '../services';

const useStyles = makeStyles({ wide: { width: '100%' } });

interface CopyDiagnosisProps {
  readonly person: Person;
  readonly portrait: Portrait;
}

/**
 * Copies a diagnosis of one photo for the help desk: no token, no picture, and no personal data but the address that was
 * looked up. Where the host forbids copying, the text is shown instead.
 */
export function CopyDiagnosis(props: CopyDiagnosisProps) {
  const styles = useStyles();
  const texts = useTexts();
  const diagnosis = useDiagnosis(props);
  const [outcome, setOutcome] = useState<{ copied: boolean; text: string } | null>(null);

  const copy = async (): Promise<void> => {
    const text = diagnosis();
    try {
      await navigator.clipboard.writeText(text);
      setOutcome({ copied: true, text });
    } catch {
      setOutcome({ copied: false, text });
    }
  };

  return (
    <>
      <Button onClick={() => void copy()}>{texts('action.copyDiagnosis')}</Button>
      <Text role="status">{outcome && texts(outcome.copied ? 'diagnosis.copied' : 'diagnosis.forbidden')}</Text>
      {outcome && !outcome.copied && (
        <Textarea
          className={styles.wide}
          aria-label={texts('diagnosis.text')}
          readOnly
          resize="vertical"
          rows={8}
          value={outcome.text}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </>
  );
}

/** A function that returns the diagnosis, one fact a line. */
function useDiagnosis({ person, portrait }: CopyDiagnosisProps): () => string {
  const texts = useTexts();
  const { about, library, signIn } = useServices();
  const token = useObservable(signIn.latest);
  const sizes = useSizes(person);
  return () => {
    const last = library.lastResponse(person);
    const facts = {
      time: new Date(last?.at ?? Date.now()).toISOString(),
      version: about.version,
      dialect: about.service,
      endpoint: about.serviceUrl,
      address: person.address,
      result: resultOf(portrait),
      status: last?.response?.status,
      code: last?.response?.code,
      requestId: last?.response?.requestId,
      scopes: token?.scopes.join(' '),
      sizes: sizes.status === 'listed' ? sizes.sizes.map(({ id }) => id).join(' ') || 'none' : sizes.status,
    };
    return Object.entries(facts)
      .map(
        ([fact, value]) =>
          `${texts(`diagnosis.${fact as keyof typeof facts}`)}: ${value || texts('diagnosis.unknown')}`,
      )
      .join('\n');
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

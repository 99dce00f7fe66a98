import { Button, makeStyles, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Person } from '../../mailbox';
import type { PhotoOwner, Portrait } from '../../photos';
import { useObservable, useServices, useSizes, useWords } from '../services';

const useStyles = makeStyles({ wide: { width: '100%' } });

interface CopyDiagnosisProps {
  readonly person: Person;
  readonly owner: PhotoOwner;
  readonly portrait: Portrait;
}

/**
 * Copies a diagnosis of one photo for the help desk: no token, no picture, and no personal data but the address that was
 * looked up. Where the host forbids copying, the text is shown instead.
 */
export function CopyDiagnosis(props: CopyDiagnosisProps) {
  const styles = useStyles();
  const words = useWords();
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
      <Button onClick={() => void copy()}>{words('action.copyDiagnosis')}</Button>
      <Text role="status">{outcome && words(outcome.copied ? 'diagnosis.copied' : 'diagnosis.forbidden')}</Text>
      {outcome && !outcome.copied && (
        <Textarea
          className={styles.wide}
          aria-label={words('diagnosis.text')}
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
function useDiagnosis({ person, owner, portrait }: CopyDiagnosisProps): () => string {
  const words = useWords();
  const { about, portraits, signIn } = useServices();
  const token = useObservable(signIn.latest);
  const sizes = useSizes(owner);
  return () => {
    const heard = portraits.heard(owner);
    const facts = {
      time: new Date(heard?.at ?? Date.now()).toISOString(),
      version: about.version,
      dialect: about.service,
      endpoint: about.serviceUrl,
      address: person.address,
      result: resultOf(portrait),
      status: heard?.said?.status,
      code: heard?.said?.code,
      requestId: heard?.said?.requestId,
      scopes: token?.scopes.join(' '),
      sizes: sizes.status === 'listed' ? sizes.sizes.map(({ id }) => id).join(' ') || 'none' : sizes.status,
    };
    return Object.entries(facts)
      .map(
        ([fact, value]) =>
          `${words(`diagnosis.${fact as keyof typeof facts}`)}: ${value || words('diagnosis.unknown')}`,
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

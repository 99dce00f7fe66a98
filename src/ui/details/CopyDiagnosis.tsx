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
 * Puts on the clipboard what the help desk needs to know about one photo: never a token, never the photo, and nobody's
 * name but the address that was asked for. Where the host forbids to copy, the text is shown to be copied by hand.
 */
export function CopyDiagnosis({ person, owner, portrait }: CopyDiagnosisProps) {
  const styles = useStyles();
  const words = useWords();
  const { about, portraits, signIn } = useServices();
  const token = useObservable(signIn.latest);
  const sizes = useSizes(owner);
  const [outcome, setOutcome] = useState<{ copied: boolean; text: string } | null>(null);

  const diagnosis = (): string => {
    const heard = portraits.heard(owner);
    const facts = {
      time: new Date(heard?.at ?? Date.now()).toISOString(),
      version: about.version,
      dialect: about.service,
      endpoint: about.serviceUrl,
      address: person.address,
      result:
        portrait.status === 'none'
          ? portrait.reason
          : portrait.status === 'failed'
            ? portrait.error.name
            : portrait.status,
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

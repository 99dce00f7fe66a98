import { Button, makeStyles, Text, Textarea, type ButtonProps } from '@fluentui/react-components';
import { useState } from 'react';
import { useTexts } from '../services';

const useStyles = makeStyles({
  wide: { width: '100%' },
  // An empty one takes no place in a row.
  empty: { position: 'absolute' },
});

interface DiagnosisButtonProps {
  /** Creates the diagnosis at the moment of the click. */
  readonly diagnosis: () => string;
  readonly button?: Pick<ButtonProps, 'appearance' | 'className' | 'icon' | 'iconPosition'>;
}

/**
 * Copies a diagnosis for the help desk. Where the host forbids copying, the text is shown instead. The outcome is on a
 * line of its own in a row that wraps.
 */
export function DiagnosisButton({ diagnosis, button }: DiagnosisButtonProps) {
  const styles = useStyles();
  const texts = useTexts();
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
      <Button {...button} onClick={() => void copy()}>
        {texts('action.copyDiagnosis')}
      </Button>
      <Text className={outcome ? styles.wide : styles.empty} role="status">
        {outcome && texts(outcome.copied ? 'diagnosis.copied' : 'diagnosis.forbidden')}
      </Text>
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

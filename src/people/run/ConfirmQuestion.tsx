import { Button, makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useRef } from 'react';
import { usePageTexts } from '../texts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface ConfirmQuestionProps {
  /** The button that asked. */
  readonly label: string;
  /** What will happen. */
  readonly text: string;
  /** On the button that lets it happen. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly onCancel: () => void;
}

/** What an action does, before it begins. The answer has the focus at first. */
export function ConfirmQuestion({ label, text, yes, onYes, onCancel }: ConfirmQuestionProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={group} role="group" aria-label={label} className={styles.root}>
      <span>{text}</span>
      <Button appearance="primary" onClick={onYes}>
        {yes}
      </Button>
      <Button onClick={onCancel}>{texts('run.cancel')}</Button>
    </div>
  );
}

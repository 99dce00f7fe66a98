import { Button, makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useRef } from 'react';
import { usePageTexts } from '../texts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface UndoQuestionProps {
  /** Changes that would be undone. */
  readonly count: number;
  readonly onUndo: () => void;
  readonly onCancel: () => void;
}

/** What an undo does, before it begins. The answer has the focus at first. */
export function UndoQuestion({ count, onUndo, onCancel }: UndoQuestionProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector('button')?.focus(), []);
  const values = { count, all: texts.number(count) };
  return (
    <div ref={group} role="group" aria-label={texts('run.undo')} className={styles.root}>
      <span>{texts('run.undoAsk', values)}</span>
      <Button appearance="primary" onClick={onUndo}>
        {texts('run.undoYes', values)}
      </Button>
      <Button onClick={onCancel}>{texts('run.undoNo')}</Button>
    </div>
  );
}

import { makeStyles } from '@fluentui/react-components';
import { Crop16Regular } from '@fluentui/react-icons/svg/crop';
import { tokens } from '@fluentui/tokens';
import { useEffect, useRef, useState } from 'react';
import { Face } from '../../ui/page';
import { lazyScreen } from '../lazyScreen';
import { usePageTexts } from '../texts';
import type { Cut } from './cutter';
import { limitsOf, type PlanRow } from './planRow';

const CutDialog = lazyScreen(
  async () => (await import(/* webpackChunkName: "people-editor" */ './CutDialog')).CutDialog,
);

const useStyles = makeStyles({
  button: {
    position: 'relative',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  // Over the edge of the photo, so that it takes no width.
  mark: {
    position: 'absolute',
    insetInlineEnd: '-4px',
    bottom: '-4px',
    display: 'flex',
    padding: '2px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
});

interface CutButtonProps {
  readonly row: PlanRow;
  readonly name: string;
  readonly onRecut: (cut: Cut) => Promise<void>;
}

/** The new photo of a row, as a button that opens the editor of its cut, and has the focus again after it. */
export function CutButton({ row, name, onRecut }: CutButtonProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const button = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<'new' | 'open' | 'closed'>('new');
  useEffect(() => {
    if (state === 'closed') button.current?.focus();
  }, [state]);
  const { cut, task } = row;
  if (!cut || !task.file) return null;
  const label = texts('cut.open', { name });
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        onClick={() => setState('open')}
      >
        <Face name={name} picture={cut.photo} size={48} />
        <span className={styles.mark}>
          <Crop16Regular aria-hidden="true" />
        </span>
      </button>
      {state === 'open' && (
        <CutDialog
          name={name}
          file={task.file}
          start={cut.edit}
          limits={limitsOf(row)}
          onTake={onRecut}
          onClose={() => setState('closed')}
        />
      )}
    </>
  );
}

import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Checkmark12Regular } from '@fluentui/react-icons/svg/checkmark';
import { tokens } from '@fluentui/tokens';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    placeItems: 'center',
    width: '32px',
    height: '32px',
    margin: 'auto',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
  },
  box: {
    display: 'grid',
    placeItems: 'center',
    boxSizing: 'border-box',
    width: '16px',
    height: '16px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  on: {
    border: `1px solid ${tokens.colorCompoundBrandBackground}`,
    backgroundColor: tokens.colorCompoundBrandBackground,
    color: tokens.colorNeutralForegroundInverted,
  },
  mixed: {
    width: '8px',
    height: '8px',
    borderRadius: '2px',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
});

interface SelectBoxProps {
  readonly label: string;
  readonly isChecked: boolean | 'mixed';
  readonly tabIndex: number;
  readonly onToggle: () => void;
}

/** A checkbox in a cell. The grid handles its keys. */
export function SelectBox({ label, isChecked, tabIndex, onToggle }: SelectBoxProps) {
  const styles = useStyles();
  return (
    <span
      role="checkbox"
      className={styles.root}
      aria-checked={isChecked}
      aria-label={label}
      tabIndex={tabIndex}
      data-cell
      onClick={onToggle}
      onKeyDown={(event) => {
        if (event.key !== ' ') return;
        // The row would toggle it again.
        event.preventDefault();
        event.stopPropagation();
        onToggle();
      }}
    >
      <span className={mergeClasses(styles.box, isChecked === true && styles.on)}>
        {isChecked === true && <Checkmark12Regular />}
        {isChecked === 'mixed' && <span className={styles.mixed} />}
      </span>
    </span>
  );
}

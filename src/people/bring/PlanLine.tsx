import { Checkbox, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowRight20Regular } from '@fluentui/react-icons/svg/arrow-right';
import { tokens } from '@fluentui/tokens';
import { PictureUnusableError } from '../../editor';
import { Face } from '../../ui/page';
import { usePageTexts } from '../texts';
import { CutButton } from './CutButton';
import type { Cut } from './cutter';
import { canRun, type PlanRow } from './planRow';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '32px auto minmax(0, 1fr) minmax(0, 220px)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 600px)': { gridTemplateColumns: '32px auto minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
  },
  faces: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  out: { filter: 'grayscale(1)' },
  names: { minWidth: 0, overflowWrap: 'anywhere' },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  kind: { '@media (max-width: 600px)': { gridColumnStart: 3 } },
});

interface PlanLineProps {
  readonly row: PlanRow;
  /** Whether the run changes the photo. */
  readonly isIn: boolean;
  readonly onToggle: () => void;
  /** Takes another cut of the file; null while rows still change their places. */
  readonly onRecut: ((cut: Cut) => Promise<void>) | null;
}

/** A person of a plan: today's photo beside the new one, and what happens. */
export function PlanLine({ row, isIn, onToggle, onRecut }: PlanLineProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const { task, kind, held, cut, error } = row;
  const name = task.person.displayName || task.person.userPrincipalName;
  const today = held?.kind === 'photo' ? held.picture : null;
  const isUnusable = error instanceof PictureUnusableError;
  return (
    <li className={styles.root}>
      {/* Always there, so that what is beside it stays the same elements when the kind changes. */}
      <span>
        {canRun(row) && <Checkbox aria-label={texts('plan.include', { name })} checked={isIn} onChange={onToggle} />}
      </span>
      <span className={mergeClasses(styles.faces, !isIn && styles.out)}>
        <Face name={name} picture={today} size={48} />
        {cut && (
          <>
            <ArrowRight20Regular aria-hidden="true" />
            {onRecut ? (
              <CutButton row={row} name={name} onRecut={onRecut} />
            ) : (
              <Face name={name} picture={cut.photo} size={48} />
            )}
          </>
        )}
      </span>
      <span className={styles.names}>
        <span className={styles.name}>{name}</span>
        <bdi dir="ltr" className={styles.quiet}>
          {task.person.mail ?? task.person.userPrincipalName}
        </bdi>
        {task.file && <bdi className={styles.quiet}>{task.file.path}</bdi>}
      </span>
      <span className={styles.kind}>
        {task.person.kind && <span className={styles.quiet}>{texts(`kind.${task.person.kind}`)}</span>}
        {texts(`plan.kind_${kind}`)}
        {isUnusable && <span className={styles.quiet}>{texts(`unusable.${error.reason}`)}</span>}
      </span>
    </li>
  );
}

import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import type { DirectoryPerson, PhotoState } from '../../directory';
import { Face } from '../../ui/page';
import { usePageTexts } from '../texts';
import type { Column } from './columns';
import { rowHeight } from './heights';
import { SelectBox } from './SelectBox';
import { StateLabel } from './StateLabel';

const useStyles = makeStyles({
  root: {
    position: 'absolute',
    display: 'grid',
    alignItems: 'stretch',
    boxSizing: 'border-box',
    width: '100%',
    height: `${rowHeight}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Selected },
  },
  cell: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  select: { padding: 0 },
  names: { minWidth: 0 },
  one: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface PersonLineProps {
  readonly person: DirectoryPerson;
  readonly state: PhotoState | undefined;
  readonly picture: Blob | null;
  /** Place in the list as it is shown. */
  readonly row: number;
  readonly columns: readonly Column[];
  readonly widths: string;
  readonly isSelected: boolean;
  /** The column that is in the tab order; null in all rows but one. */
  readonly tabColumn: number | null;
  readonly onToggle: () => void;
}

/** A person as a row of the grid. */
export function PersonLine(props: PersonLineProps) {
  const { person, state, picture, row, columns, widths, isSelected, tabColumn, onToggle } = props;
  const styles = useStyles();
  const texts = usePageTexts();
  const name = person.name || texts('list.unnamed');
  const tabIndexOf = (index: number): number => (index === tabColumn ? 0 : -1);
  const isNarrow = !columns.includes('address');
  const contentOf = (column: Exclude<Column, 'select'>) => {
    switch (column) {
      case 'name':
        return (
          <>
            <Face name={person.name} picture={picture} size={32} />
            <span className={styles.names}>
              <span className={styles.one} title={name}>
                {name}
              </span>
              {isNarrow && (
                <bdi className={mergeClasses(styles.one, styles.quiet)} dir="ltr">
                  {person.address}
                </bdi>
              )}
            </span>
          </>
        );
      case 'address':
        return (
          <bdi className={styles.one} dir="ltr" title={person.address}>
            {person.address}
          </bdi>
        );
      case 'kind':
        return texts(`kind.${person.kind}`);
      case 'state':
        return <StateLabel state={state} />;
    }
  };
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      className={mergeClasses(styles.root, isSelected && styles.selected)}
      style={{ top: `${row * rowHeight}px`, gridTemplateColumns: widths }}
    >
      {columns.map((column, index) =>
        column === 'select' ? (
          <div key={column} role="gridcell" className={mergeClasses(styles.cell, styles.select)}>
            <SelectBox
              label={texts('list.select', { name })}
              isChecked={isSelected}
              tabIndex={tabIndexOf(index)}
              onToggle={onToggle}
            />
          </div>
        ) : (
          <div key={column} role="gridcell" className={styles.cell} tabIndex={tabIndexOf(index)} data-cell>
            {contentOf(column)}
          </div>
        ),
      )}
    </div>
  );
}

import { makeStyles } from '@fluentui/react-components';
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import { tokens } from '@fluentui/tokens';
import { usePageTexts } from '../texts';
import type { Column } from './columns';
import { headingHeight } from './heights';
import { SelectBox } from './SelectBox';
import type { SortKey, View } from './view';

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'grid',
    alignItems: 'stretch',
    boxSizing: 'border-box',
    height: `${headingHeight}px`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  sort: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    width: '100%',
    height: '100%',
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  select: { display: 'grid' },
});

interface HeadingLineProps {
  readonly columns: readonly Column[];
  readonly widths: string;
  readonly view: View;
  readonly onSort: (sort: SortKey) => void;
  /** The column that is in the tab order; null where a row of people is. */
  readonly tabColumn: number | null;
  readonly isAllSelected: boolean | 'mixed';
  readonly allLabel: string;
  readonly onToggleAll: () => void;
}

/** The headings of the list: each sorts by its column, the first one selects all that is shown. */
export function HeadingLine(props: HeadingLineProps) {
  const { columns, widths, view, onSort, tabColumn, isAllSelected, allLabel, onToggleAll } = props;
  const styles = useStyles();
  const texts = usePageTexts();
  const order = view.isDescending ? 'descending' : 'ascending';
  return (
    <div role="row" aria-rowindex={1} className={styles.root} style={{ gridTemplateColumns: widths }}>
      {columns.map((column, index) =>
        column === 'select' ? (
          <div key={column} role="columnheader" className={styles.select}>
            <SelectBox
              label={allLabel}
              isChecked={isAllSelected}
              tabIndex={index === tabColumn ? 0 : -1}
              onToggle={onToggleAll}
            />
          </div>
        ) : (
          <div key={column} role="columnheader" aria-sort={view.sort === column ? order : 'none'}>
            <button
              type="button"
              className={styles.sort}
              tabIndex={index === tabColumn ? 0 : -1}
              data-cell
              onClick={() => onSort(column)}
            >
              {texts(`list.${column}`)}
              {view.sort === column && (view.isDescending ? <ArrowDown16Regular /> : <ArrowUp16Regular />)}
            </button>
          </div>
        ),
      )}
    </div>
  );
}

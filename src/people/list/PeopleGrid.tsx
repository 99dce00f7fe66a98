import { makeStyles } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Overview } from '../../directory';
import { useObservable } from '../../ui/page';
import { usePageTexts } from '../texts';
import { columnsOf, columnWidths } from './columns';
import { HeadingLine } from './HeadingLine';
import { headingHeight, rowHeight } from './heights';
import { PersonLine } from './PersonLine';
import { RowWindow } from './rowWindow';
import type { Selection } from './selection';
import { useGridFocus } from './useGridFocus';
import { useIsNarrow } from './useIsNarrow';
import type { SortKey, View } from './view';

const useStyles = makeStyles({ body: { position: 'relative' } });

interface PeopleGridProps {
  readonly overview: Overview;
  /** The people who are shown, by their places in the overview. */
  readonly places: readonly number[];
  readonly pictures: ReadonlyMap<string, Blob | null>;
  readonly view: View;
  readonly onSort: (sort: SortKey) => void;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** Called with the places of the people in the window. */
  readonly onVisible: (places: readonly number[]) => void;
}

/** Everybody as a grid of which only the rows in the window are drawn; one tab stop, and arrow keys within. */
export function PeopleGrid(props: PeopleGridProps) {
  const { overview, places, pictures, view, onSort, selection, onSelect, onVisible } = props;
  const styles = useStyles();
  const texts = usePageTexts();
  const isNarrow = useIsNarrow();
  const [columns, widths] = [columnsOf(isNarrow), columnWidths(isNarrow)];
  const grid = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [rowWindow] = useState(() => new RowWindow());
  const { rows, visible } = useObservable(rowWindow.shown);
  const page = Math.max(1, Math.floor((window.innerHeight - headingHeight) / rowHeight) - 1);
  const size = { rows: places.length + 1, columns: columns.length, page };
  const { cell, onKeyDown, onFocus } = useGridFocus(grid, size, (row) => rowWindow.show(row));

  useLayoutEffect(() => rowWindow.start(), [rowWindow]);
  useLayoutEffect(() => {
    const top = (body.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    rowWindow.set({ count: places.length, top, covered: headingHeight, kept: cell.row > 0 ? cell.row - 1 : null });
  });
  const [first, last] = visible ?? [0, -1];
  useEffect(() => onVisible(places.slice(first, last + 1)), [places, first, last, onVisible]);

  const shown = selection.countOf(places);
  const isAllSelected = shown === places.length && shown > 0 ? true : shown > 0 ? 'mixed' : false;
  const toggleAll = (): void => onSelect(isAllSelected === true ? selection.without(places) : selection.with(places));
  const toggleByKey = (event: KeyboardEvent): void => {
    const place = places[cell.row - 1];
    if (event.key === ' ' && cell.row > 0 && place !== undefined) {
      event.preventDefault();
      onSelect(selection.toggled(place));
    }
    if (event.key === 'a' && event.ctrlKey) {
      event.preventDefault();
      onSelect(selection.with(places));
    }
    onKeyDown(event);
  };
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={texts('list.label')}
      aria-rowcount={size.rows}
      aria-multiselectable="true"
      tabIndex={-1}
      onKeyDown={toggleByKey}
      onFocus={onFocus}
    >
      <HeadingLine
        columns={columns}
        widths={widths}
        view={view}
        onSort={onSort}
        tabColumn={cell.row === 0 ? cell.column : null}
        isAllSelected={isAllSelected}
        allLabel={texts('list.selectAll', { count: places.length, all: texts.number(places.length) })}
        onToggleAll={toggleAll}
      />
      <div ref={body} role="rowgroup" className={styles.body} style={{ height: `${places.length * rowHeight}px` }}>
        {rows.map((row) => {
          const place = places[row];
          const person = place === undefined ? undefined : overview.people[place];
          if (place === undefined || !person) return null;
          return (
            <PersonLine
              key={person.id}
              person={person}
              state={overview.states[place]}
              picture={pictures.get(person.id) ?? null}
              row={row}
              columns={columns}
              widths={widths}
              isSelected={selection.has(place)}
              tabColumn={cell.row === row + 1 ? cell.column : null}
              onToggle={() => onSelect(selection.toggled(place))}
            />
          );
        })}
      </div>
    </div>
  );
}

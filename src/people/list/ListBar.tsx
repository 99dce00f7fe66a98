import { Button, makeStyles } from '@fluentui/react-components';
import { Archive20Regular } from '@fluentui/react-icons/svg/archive';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { ImageAdd20Regular } from '@fluentui/react-icons/svg/image-add';
import { tokens } from '@fluentui/tokens';
import { useState } from 'react';
import type { Overview } from '../../directory';
import { saveFile } from '../saveFile';
import { usePageTexts } from '../texts';
import { peopleCsv } from './peopleCsv';
import type { Selection } from './selection';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
  },
  command: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  count: { marginInlineStart: 'auto', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  status: {
    color: tokens.colorNeutralForeground2,
    // It is there for screen readers before it has a text, and takes no room until then.
    ':empty': { marginTop: `calc(-1 * ${tokens.spacingVerticalM})` },
  },
});

interface ListBarProps {
  readonly overview: Overview;
  /** The people who are shown, by their places in the overview. */
  readonly places: readonly number[];
  readonly selection: Selection;
  readonly onClear: () => void;
  readonly onReadAgain: () => void;
  readonly onAdd: () => void;
  /** Of the people who are selected, else of all who are shown. */
  readonly onBackUp: () => void;
  /** Of the people who are selected. */
  readonly onRemove: () => void;
}

/** What can be done with the people who are selected, else with all who are shown. */
export function ListBar(props: ListBarProps) {
  const { overview, places, selection, onClear, onReadAgain, onAdd, onBackUp, onRemove } = props;
  const styles = useStyles();
  const texts = usePageTexts();
  const [exported, setExported] = useState('');
  const count = selection.size;
  const save = (): void => {
    const chosen = count > 0 ? selection.inOrder() : places;
    const people = chosen.flatMap((place) => {
      const person = overview.people[place];
      return person ? [{ person, state: overview.states[place] }] : [];
    });
    const file = `${texts('export.file')}-${new Date().toISOString().slice(0, 10)}.csv`;
    saveFile(peopleCsv(people, texts, navigator.language), file);
    const unread = people.filter(({ state }) => !state).length;
    const done = texts('export.done', { count: people.length, all: texts.number(people.length), file });
    const rest = unread > 0 ? ` ${texts('export.incomplete', { count: unread, unread: texts.number(unread) })}` : '';
    setExported(done + rest);
  };
  return (
    <>
      <div className={styles.root}>
        <Button appearance="primary" icon={<ImageAdd20Regular />} onClick={onAdd}>
          {texts('add.open')}
        </Button>
        <Button
          className={styles.command}
          appearance="subtle"
          icon={<ArrowDownload20Regular />}
          disabledFocusable={places.length === 0 && count === 0}
          onClick={save}
        >
          {texts(count > 0 ? 'export.selected' : 'export.all')}
        </Button>
        <Button
          className={styles.command}
          appearance="subtle"
          icon={<Archive20Regular />}
          // A backup of a list that is not complete would lack people without saying so.
          disabledFocusable={count === 0 && (places.length === 0 || !overview.isListed)}
          onClick={onBackUp}
        >
          {texts('backup.open')}
        </Button>
        <Button className={styles.command} appearance="subtle" icon={<ArrowClockwise20Regular />} onClick={onReadAgain}>
          {texts('read.again')}
        </Button>
        {count > 0 && (
          <Button className={styles.command} appearance="subtle" icon={<Delete20Regular />} onClick={onRemove}>
            {texts('remove.open')}
          </Button>
        )}
        {count > 0 && (
          <Button className={styles.command} appearance="subtle" icon={<Dismiss20Regular />} onClick={onClear}>
            {texts('list.clear')}
          </Button>
        )}
        <span className={styles.count} role="status">
          {count > 0
            ? texts('list.selected', { count, all: texts.number(count) })
            : texts('list.shown', { count: places.length, all: texts.number(places.length) })}
        </span>
      </div>
      <div className={styles.status} role="status">
        {exported}
      </div>
    </>
  );
}

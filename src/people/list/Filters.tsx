import { makeStyles, SearchBox, Select, ToggleButton } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { usePageServices } from '../services';
import { usePageTexts } from '../texts';
import { personKinds, shownStates, type ShownState, type View } from './view';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  states: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, flexGrow: 1 },
  count: { marginInlineStart: tokens.spacingHorizontalXS, fontVariantNumeric: 'tabular-nums' },
  kind: { maxWidth: '220px', '@media (max-width: 760px)': { flexGrow: 1, maxWidth: '100%' } },
  search: { width: '280px', maxWidth: '100%', '@media (max-width: 760px)': { flexGrow: 1 } },
});

interface FiltersProps {
  readonly view: View;
  readonly counts: ReadonlyMap<ShownState, number>;
  readonly total: number;
  readonly onChange: (change: Partial<View>) => void;
}

/** Which people are shown: by state, by kind, and by a part of the name or address. */
export function Filters({ view, counts, total, onChange }: FiltersProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const { groups } = usePageServices();
  const isOffered = (state: ShownState): boolean => (counts.get(state) ?? 0) > 0 || view.state === state;
  const kinds = personKinds.filter((kind) => groups || kind !== 'group');
  const choice = (state: ShownState | null, label: string, count: number) => (
    <ToggleButton
      key={state ?? 'everybody'}
      shape="circular"
      size="small"
      checked={view.state === state}
      onClick={() => onChange({ state })}
    >
      {label} <span className={styles.count}>{texts.number(count)}</span>
    </ToggleButton>
  );
  return (
    <div className={styles.root}>
      <div className={styles.states} role="group" aria-label={texts('filter.label')}>
        {choice(null, texts('filter.everybody'), total)}
        {shownStates.filter(isOffered).map((state) => choice(state, texts(`state.${state}`), counts.get(state) ?? 0))}
      </div>
      <Select
        className={styles.kind}
        aria-label={texts('filter.kind')}
        value={view.kind ?? ''}
        onChange={(_event, { value }) => onChange({ kind: personKinds.find((kind) => kind === value) ?? null })}
      >
        <option value="">{texts('filter.allKinds')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {texts(`kind.${kind}`)}
          </option>
        ))}
      </Select>
      <SearchBox
        className={styles.search}
        placeholder={texts('filter.search')}
        aria-label={texts('filter.search')}
        value={view.search}
        onChange={(_event, { value }) => onChange({ search: value })}
      />
    </div>
  );
}

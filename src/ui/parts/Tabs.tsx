import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useTexts } from '../services';
import { MoreMenu } from '../settings/MoreMenu';
import { tabs, type Screen } from './screens';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between' },
  // Two rows where a language has long words.
  tabs: { flexWrap: 'wrap', flexShrink: 1, minWidth: 0 },
  tab: { '@media (max-width: 290px)': { paddingInline: tokens.spacingHorizontalXXS } },
});

interface TabsProps {
  readonly selected: Screen;
  /** The screen that is drawn: after a click the one before for one more paint. */
  readonly drawn: Screen;
  readonly onSelect: (screen: Screen) => void;
}

/** The bar: the tabs that switch between the screens, and the menu of the settings. */
export default function Tabs({ selected, drawn, onSelect }: TabsProps) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div className={styles.root}>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={texts('tabs.label')}
        selectedValue={selected}
        onTabSelect={(_event, { value }) => onSelect(value as Screen)}
      >
        {tabs.map((one) => (
          <Tab key={one} className={styles.tab} value={one} id={`tab-${one}`} aria-controls="screen">
            {texts(`tab.${one}`)}
          </Tab>
        ))}
      </TabList>
      <MoreMenu screen={drawn} onSelect={onSelect} />
    </div>
  );
}

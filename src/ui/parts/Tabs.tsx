import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useTexts } from '../services';
import { screens, type Screen } from './screens';

const useStyles = makeStyles({
  // Two rows where the pane is narrowest.
  tabs: { flexWrap: 'wrap' },
});

interface TabsProps {
  readonly selected: Screen;
  readonly onSelect: (screen: Screen) => void;
}

/** The tabs that switch between the screens. */
export default function Tabs({ selected, onSelect }: TabsProps) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <TabList
      className={styles.tabs}
      size="small"
      aria-label={texts('tabs.label')}
      selectedValue={selected}
      onTabSelect={(_event, { value }) => onSelect(value as Screen)}
    >
      {screens.map((one) => (
        <Tab key={one} value={one} id={`tab-${one}`} aria-controls="screen">
          {texts(`tab.${one}`)}
        </Tab>
      ))}
    </TabList>
  );
}

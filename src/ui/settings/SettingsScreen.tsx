import { makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { FactList } from '../parts/FactList';
import { ScreenHead } from '../parts/ScreenHead';
import type { Screen } from '../parts/screens';
import { useServices, useTexts } from '../services';
import { AccountSection } from './AccountSection';
import { ChoiceFields } from './ChoiceFields';
import { HelpSection } from './HelpSection';
import { KeptPhotos } from './KeptPhotos';
import { openedSettings } from './openedSettings';
import { SettingsSection } from './SettingsSection';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXL}`,
  },
});

interface SettingsScreenProps {
  readonly onSelect: (screen: Screen) => void;
}

/** The settings: account, permissions, theme and language, the photos kept on this machine, help, and the add-in itself. */
export default function SettingsScreen({ onSelect }: SettingsScreenProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { about } = useServices();
  const goBack = (): void => onSelect(openedSettings.value?.before ?? 'message');
  return (
    <section className={styles.root} aria-label={texts('settings.title')}>
      <ScreenHead title={texts('settings.title')} onBack={goBack} />
      <SettingsSection section="account">
        <AccountSection />
      </SettingsSection>
      <SettingsSection section="appearance">
        <ChoiceFields />
      </SettingsSection>
      <SettingsSection section="photos">
        <KeptPhotos />
      </SettingsSection>
      <SettingsSection section="help">
        <HelpSection />
      </SettingsSection>
      <SettingsSection section="about">
        <FactList
          facts={[
            [texts('about.service'), about.serviceTitle],
            [texts('about.endpoint'), about.serviceUrl],
            [texts('about.version'), about.version],
          ]}
        />
      </SettingsSection>
    </section>
  );
}

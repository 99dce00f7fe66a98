import { Button, makeStyles, Subtitle2 } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { FactList } from '../parts/FactList';
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
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, marginInlineStart: '-8px' },
  title: { margin: 0 },
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
      <div className={styles.head}>
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={texts('action.back')} onClick={goBack} />
        <Subtitle2 as="h2" className={styles.title}>
          {texts('settings.title')}
        </Subtitle2>
      </div>
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

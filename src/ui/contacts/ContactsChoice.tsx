import { makeStyles, Switch, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useId, useState } from 'react';
import { errorText } from '../parts/errorTexts';
import { useObservable, useTexts } from '../services';
import type { ContactsUse } from './contactsUse';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  // Aligned with the text below it.
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The switch in the settings that lets the account's own contacts be read, or ends it. */
export function ContactsChoice({ contacts }: { contacts: ContactsUse }) {
  const styles = useStyles();
  const texts = useTexts();
  const hint = useId();
  const isOn = useObservable(contacts.state) === 'on';
  const [error, setError] = useState<unknown>(null);
  const change = async (areUsed: boolean): Promise<void> => {
    setError(null);
    await (areUsed ? contacts.turnOn() : contacts.turnOff()).catch(setError);
  };
  return (
    <div className={styles.root}>
      <Switch
        className={styles.switch}
        label={texts('contacts.use')}
        aria-describedby={hint}
        checked={isOn}
        onChange={(_event, { checked }) => void change(checked)}
      />
      <Text id={hint} size={200} className={styles.quiet}>
        {texts(isOn ? 'contacts.onHint' : 'contacts.offHint')}
      </Text>
      <Text size={200} role="status">
        {error !== null && errorText(error, texts, 'contacts').text}
      </Text>
    </div>
  );
}

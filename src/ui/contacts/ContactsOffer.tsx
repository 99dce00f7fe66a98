import { Button, makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { BookContacts20Regular } from '@fluentui/react-icons/svg/book-contacts';
import { useState } from 'react';
import { errorText } from '../parts/errorTexts';
import { useServices, useTexts } from '../services';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: tokens.spacingVerticalXS },
  reason: { color: tokens.colorNeutralForeground2, textAlign: 'center' },
});

/** The button that looks for a person in the account's own contacts, after one permission. */
export default function ContactsOffer() {
  const styles = useStyles();
  const texts = useTexts();
  const { contacts } = useServices();
  const [isAsking, setIsAsking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const turnOn = async (): Promise<void> => {
    setIsAsking(true);
    setError(null);
    await contacts?.turnOn().catch(setError);
    setIsAsking(false);
  };
  return (
    <div className={styles.root}>
      <Button
        appearance="subtle"
        icon={<BookContacts20Regular />}
        disabledFocusable={isAsking}
        onClick={() => void turnOn()}
      >
        {texts('contacts.look')}
      </Button>
      <Text size={200} className={styles.reason} role="status">
        {error !== null && errorText(error, texts, 'contacts').text}
      </Text>
    </div>
  );
}

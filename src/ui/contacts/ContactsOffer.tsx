import { Button, makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { BookContacts20Regular } from '@fluentui/react-icons/svg/book-contacts';
import { useRef, useState } from 'react';
import { errorText } from '../parts/errorTexts';
import { useObservable, useTexts } from '../services';
import type { ContactsUse } from './contactsUse';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: tokens.spacingVerticalXS },
  reason: { color: tokens.colorNeutralForeground2, textAlign: 'center' },
});

/**
 * The button that looks for a person in the account's own contacts, after one permission; where they are used already, that
 * the person is none of them.
 */
export default function ContactsOffer({ contacts }: { contacts: ContactsUse }) {
  const styles = useStyles();
  const texts = useTexts();
  const isOn = useObservable(contacts.state) === 'on';
  const root = useRef<HTMLDivElement>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const turnOn = async (): Promise<void> => {
    setIsAsking(true);
    setError(null);
    // The button is removed: the focus goes to another one of this person.
    const place = root.current?.closest('section');
    try {
      await contacts.turnOn();
      place?.querySelector<HTMLElement>('button')?.focus();
    } catch (failure) {
      setError(failure);
    }
    setIsAsking(false);
  };
  return (
    <div ref={root} className={styles.root}>
      {!isOn && (
        <Button
          appearance="subtle"
          icon={<BookContacts20Regular />}
          disabledFocusable={isAsking}
          onClick={() => void turnOn()}
        >
          {texts('contacts.look')}
        </Button>
      )}
      <Text size={200} className={styles.reason} role="status">
        {isOn ? texts('contacts.none') : error !== null && errorText(error, texts, 'contacts').text}
      </Text>
    </div>
  );
}

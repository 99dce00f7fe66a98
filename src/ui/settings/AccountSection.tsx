import { Link, makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { ContactsChoice } from '../contacts/ContactsChoice';
import { FactList } from '../parts/FactList';
import { useObservable, useServices, useTexts } from '../services';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The account, the permissions that it has given, and how to give more. */
export function AccountSection() {
  const styles = useStyles();
  const texts = useTexts();
  const { mailbox, signIn, contacts, about } = useServices();
  const me = useObservable(mailbox.me);
  const latest = useObservable(signIn.latest);
  return (
    <>
      <FactList
        facts={[
          [texts('about.signedIn'), latest?.account.username ?? texts('about.notSignedIn')],
          [texts('about.mailbox'), me?.address ?? texts('about.mailboxUnknown')],
          [texts('about.permissions'), latest?.scopes.join(', ') || texts('about.noPermissions')],
        ]}
      />
      {contacts && <ContactsChoice contacts={contacts} />}
      <div className={styles.part}>
        <Link href={about.consentUrl} target="_blank" rel="noopener noreferrer">
          {texts('action.consent')}
        </Link>
        <Text size={200} className={styles.quiet}>
          {texts('about.consentHint')}
        </Text>
      </div>
      {about.service === 'graph' && (
        <div className={styles.part}>
          {/* A page beside this one, in the browser. */}
          <Link href="people.html" target="_blank" rel="noopener noreferrer">
            {texts('about.everybody')}
          </Link>
          <Text size={200} className={styles.quiet}>
            {texts('about.everybodyHint')}
          </Text>
        </div>
      )}
    </>
  );
}

import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Facts } from './Facts';
import { useObservable, useServices, useWords } from './services';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  consent: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

/** Who is signed in, where the photos come from, with which permissions. */
export function AboutScreen() {
  const styles = useStyles();
  const words = useWords();
  const { mailbox, signIn, about } = useServices();
  const me = useObservable(mailbox.me);
  const latest = useObservable(signIn.latest);
  return (
    <div className={styles.root}>
      <Facts
        facts={[
          [words('about.signedIn'), latest?.account.username ?? words('about.notSignedIn')],
          [words('about.mailbox'), me?.address ?? words('about.mailboxUnknown')],
          [words('about.service'), words(`about.service.${about.service}`)],
          [words('about.endpoint'), about.serviceUrl],
          [words('about.permissions'), latest?.scopes.join(', ') || words('about.noPermissions')],
          [words('about.version'), about.version],
        ]}
      />
      <Text className={styles.quiet}>{words('about.privacy')}</Text>
      <div className={styles.consent}>
        <Link href={about.consentUrl} target="_blank" rel="noopener noreferrer">
          {words('about.consent')}
        </Link>
        <Text size={200} className={styles.quiet}>
          {words('about.consentHint')}
        </Text>
      </div>
    </div>
  );
}

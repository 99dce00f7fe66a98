import { Button, Link, makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useMemo } from 'react';
import { FactList } from '../parts/FactList';
import { useObservable, useServices, useWords } from '../services';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

/** The tab "About": the account, the photo service, the permissions, and the photos cached on this machine. */
export default function AboutScreen() {
  const styles = useStyles();
  const words = useWords();
  const { mailbox, signIn, about } = useServices();
  const me = useObservable(mailbox.me);
  const latest = useObservable(signIn.latest);
  return (
    <div className={styles.root}>
      <FactList
        facts={[
          [words('about.signedIn'), latest?.account.username ?? words('about.notSignedIn')],
          [words('about.mailbox'), me?.address ?? words('about.mailboxUnknown')],
          [words('about.service'), words(`about.service.${about.service}`)],
          [words('about.endpoint'), about.serviceUrl],
          [words('about.permissions'), latest?.scopes.join(', ') || words('about.noPermissions')],
          [words('about.version'), about.version],
        ]}
      />
      <CachedPhotos />
      <div className={styles.part}>
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

/** How much is cached on this machine, and the button that removes it. */
function CachedPhotos() {
  const styles = useStyles();
  const words = useWords();
  const { portraits } = useServices();
  const kept = useObservable(useMemo(() => portraits.kept(), [portraits]));
  return (
    <section className={styles.part} aria-label={words('about.kept')}>
      <Text weight="semibold">{words('about.kept')}</Text>
      <Text role="status">
        {kept && words('about.keptValue', { people: kept.people, kilobytes: Math.ceil(kept.bytes / 1000) })}
      </Text>
      <Text size={200} className={styles.quiet}>
        {words('about.privacy')}
      </Text>
      <div>
        <Button disabledFocusable={kept?.people === 0} onClick={() => void portraits.forgetAll()}>
          {words('about.forget')}
        </Button>
      </div>
    </section>
  );
}

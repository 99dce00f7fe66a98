import { Button, Link, makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useMemo } from 'react';
import { ContactsChoice } from '../contacts/ContactsChoice';
import { FactList } from '../parts/FactList';
import { useObservable, useServices, useTexts } from '../services';
import { ChoiceFields } from './ChoiceFields';

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

/** The tab "About": the account, the photo service, the permissions, theme and language, and the photos cached on this machine. */
export default function AboutScreen() {
  const styles = useStyles();
  const texts = useTexts();
  const { mailbox, signIn, contacts, about } = useServices();
  const me = useObservable(mailbox.me);
  const latest = useObservable(signIn.latest);
  return (
    <div className={styles.root}>
      <FactList
        facts={[
          [texts('about.signedIn'), latest?.account.username ?? texts('about.notSignedIn')],
          [texts('about.mailbox'), me?.address ?? texts('about.mailboxUnknown')],
          [texts('about.service'), about.serviceTitle],
          [texts('about.endpoint'), about.serviceUrl],
          [texts('about.permissions'), latest?.scopes.join(', ') || texts('about.noPermissions')],
          [texts('about.version'), about.version],
        ]}
      />
      <ChoiceFields />
      {contacts && <ContactsChoice contacts={contacts} />}
      <CachedPhotos />
      <div className={styles.part}>
        <Link href={about.consentUrl} target="_blank" rel="noopener noreferrer">
          {texts('action.consent')}
        </Link>
        <Text size={200} className={styles.quiet}>
          {texts('about.consentHint')}
        </Text>
      </div>
    </div>
  );
}

/** How much is cached on this machine, and the button that removes it. */
function CachedPhotos() {
  const styles = useStyles();
  const texts = useTexts();
  const { library } = useServices();
  const kept = useObservable(useMemo(() => library.watchUsage(), [library]));
  return (
    <section className={styles.part} aria-label={texts('about.kept')}>
      <Text weight="semibold">{texts('about.kept')}</Text>
      <Text role="status">
        {kept &&
          texts('about.keptValue', {
            people: kept.people,
            kilobytes: texts.number(Math.ceil(kept.bytes / 1000)),
          })}
      </Text>
      <Text size={200} className={styles.quiet}>
        {texts('about.privacy')}
      </Text>
      <div>
        <Button disabledFocusable={kept?.people === 0} onClick={() => void library.forgetAll()}>
          {texts('about.forget')}
        </Button>
      </div>
    </section>
  );
}

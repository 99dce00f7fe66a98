import { makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { MailMultiple32Regular } from '@fluentui/react-icons/svg/mail-multiple';
import { Mail48Regular } from '@fluentui/react-icons/svg/mail';
import { useMemo } from 'react';
import type { Person, Recipient, Selection } from '../../mailbox';
import { EmptyState } from '../parts/EmptyState';
import { sendersOf } from './senders';
import { PeopleList } from './PeopleList';
import { ErrorMessage, PersonCard } from '../person/PersonCard';
import { PersonRow, rowFace } from '../person/PersonRow';
import { useObservable, useOwner, usePicture, useServices, useWords } from '../services';

const useStyles = makeStyles({
  kind: {
    display: 'block',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
    paddingTop: tokens.spacingVerticalM,
  },
  hint: {
    display: 'block',
    textAlign: 'center',
    color: tokens.colorNeutralForeground2,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  trouble: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}` },
  rows: { padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalL}` },
});

interface ScreenProps {
  readonly onDetails: (person: Person) => void;
}

/** Who is behind what is selected; follows the selection. */
export function MessageScreen({ onDetails }: ScreenProps) {
  const { mailbox } = useServices();
  const selection = useObservable(mailbox.selection);
  const words = useWords();
  switch (selection.kind) {
    case 'nothing':
      return (
        <EmptyState icon={<Mail48Regular />} title={words('message.nothing')} next={words('message.nothingNext')} />
      );
    case 'several':
      return <Several selection={selection} onDetails={onDetails} />;
    case 'draft':
      return (
        <One
          kind="message.draft"
          person={selection.from}
          recipients={selection.recipients}
          missing="message.draftUnknown"
          onDetails={onDetails}
        />
      );
    case 'appointment':
      return (
        <One
          kind="message.appointment"
          person={selection.organizer}
          recipients={selection.recipients}
          part="message.organizer"
          missing="message.organizerUnknown"
          onDetails={onDetails}
        />
      );
    case 'message':
      return <Message message={selection} onDetails={onDetails} />;
  }
}

/** Several messages: how many, and who sent them where the host tells. */
function Several({
  selection: { count, senders },
  onDetails,
}: ScreenProps & { selection: Extract<Selection, { kind: 'several' }> }) {
  const words = useWords();
  const people = useMemo(
    () => (senders ?? []).map((one): Recipient => ({ ...one, part: 'from', isList: false })),
    [senders],
  );
  return (
    <>
      <EmptyState
        icon={<MailMultiple32Regular />}
        title={words('message.several', { count })}
        next={words('message.severalNext')}
      />
      <ListTrouble people={people} />
      <PeopleList recipients={people} onDetails={onDetails} />
    </>
  );
}

/** Where no large face says why the photos do not come: what is in the way of the first of them is in the way of all. */
function ListTrouble({ people }: { people: readonly Recipient[] }) {
  const first = people.find(({ isList }) => !isList);
  return first ? <RowTrouble person={first} /> : null;
}

function RowTrouble({ person }: { person: Person }) {
  const styles = useStyles();
  const { portraits } = useServices();
  const owner = useOwner(person);
  const portrait = usePicture(owner, rowFace);
  if (portrait.status !== 'failed') return null;
  return (
    <div className={styles.trouble}>
      <ErrorMessage error={portrait.error} onRetry={() => portraits.rereadFailed()} />
    </div>
  );
}

interface OneProps extends ScreenProps {
  readonly kind: 'message.draft' | 'message.appointment';
  readonly person: Person | null;
  readonly recipients: readonly Recipient[];
  readonly part?: 'message.organizer';
  readonly missing: 'message.draftUnknown' | 'message.organizerUnknown';
}

/** A draft or an appointment: the one person behind it, and who receives it. */
function One({ kind, person, recipients, part, missing, onDetails }: OneProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <>
      {person ? (
        <>
          <Text className={styles.kind}>{words(kind)}</Text>
          <PersonCard key={person.address} person={person} {...(part && { part: words(part) })} onDetails={onDetails} />
          {kind === 'message.draft' && <Text className={styles.hint}>{words('message.draftFrom')}</Text>}
        </>
      ) : (
        <>
          <EmptyState icon={<Mail48Regular />} title={words(kind)} next={words(missing)} />
          <ListTrouble people={recipients} />
        </>
      )}
      <PeopleList recipients={recipients} onDetails={onDetails} />
    </>
  );
}

type MessageSelection = Extract<Selection, { kind: 'message' }>;

function Message({ message, onDetails }: ScreenProps & { message: MessageSelection }) {
  const styles = useStyles();
  const words = useWords();
  const { owner, delegate } = sendersOf(message);
  return (
    <>
      {message.meeting && <Text className={styles.kind}>{words('message.meeting')}</Text>}
      {owner ? (
        <PersonCard
          key={owner.address}
          person={owner}
          {...(delegate && { part: words('message.from') })}
          onDetails={onDetails}
        />
      ) : (
        <>
          <EmptyState icon={<Mail48Regular />} title={words('message.noSender')} next={words('message.noSenderNext')} />
          <ListTrouble people={message.recipients} />
        </>
      )}
      {delegate && (
        <div className={styles.rows}>
          <PersonRow
            key={delegate.address}
            person={delegate}
            part={words('message.sentBy')}
            badge={words('badge.onBehalf')}
            onDetails={onDetails}
          />
        </div>
      )}
      <PeopleList recipients={message.recipients} onDetails={onDetails} />
    </>
  );
}

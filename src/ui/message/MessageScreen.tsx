import { makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { MailMultiple32Regular } from '@fluentui/react-icons/svg/mail-multiple';
import { Mail48Regular } from '@fluentui/react-icons/svg/mail';
import { useMemo } from 'react';
import type { Person, Recipient, Selection } from '../../mailbox';
import { EmptyState } from '../parts/EmptyState';
import { PersonCard } from '../person/PersonCard';
import { useObservable, useServices, useTexts } from '../services';
import { ListError } from './ListError';
import { OneMessage } from './OneMessage';
import { PeopleList } from './PeopleList';

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
});

interface ScreenProps {
  readonly onDetails: (person: Person) => void;
}

/** The tab "Message": the people of the selected item. */
export function MessageScreen({ onDetails }: ScreenProps) {
  const { mailbox } = useServices();
  const selection = useObservable(mailbox.selection);
  const texts = useTexts();
  switch (selection.kind) {
    case 'nothing':
      return (
        <EmptyState icon={<Mail48Regular />} title={texts('message.nothing')} next={texts('message.nothingNext')} />
      );
    case 'several':
      return <SeveralMessages selection={selection} onDetails={onDetails} />;
    case 'draft':
      return (
        <DraftOrAppointment
          kind="message.draft"
          person={selection.from}
          recipients={selection.recipients}
          missing="message.draftUnknown"
          onDetails={onDetails}
        />
      );
    case 'appointment':
      return (
        <DraftOrAppointment
          kind="message.appointment"
          person={selection.organizer}
          recipients={selection.recipients}
          part="message.organizer"
          missing="message.organizerUnknown"
          onDetails={onDetails}
        />
      );
    case 'message':
      return <OneMessage message={selection} onDetails={onDetails} />;
  }
}

/** Several messages: how many, and their senders where the host reports them. */
function SeveralMessages({
  selection: { count, senders },
  onDetails,
}: ScreenProps & { selection: Extract<Selection, { kind: 'several' }> }) {
  const texts = useTexts();
  const people = useMemo(
    () => (senders ?? []).map((one): Recipient => ({ ...one, part: 'from', isList: false })),
    [senders],
  );
  return (
    <>
      <EmptyState
        icon={<MailMultiple32Regular />}
        title={texts('message.several', { count })}
        next={texts('message.severalNext')}
      />
      <ListError people={people} />
      <PeopleList recipients={people} onDetails={onDetails} />
    </>
  );
}

interface DraftOrAppointmentProps extends ScreenProps {
  readonly kind: 'message.draft' | 'message.appointment';
  readonly person: Person | null;
  readonly recipients: readonly Recipient[];
  readonly part?: 'message.organizer';
  readonly missing: 'message.draftUnknown' | 'message.organizerUnknown';
}

/** A draft or an appointment: its sender or organizer, and its recipients. */
function DraftOrAppointment({ kind, person, recipients, part, missing, onDetails }: DraftOrAppointmentProps) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <>
      {person ? (
        <>
          <Text className={styles.kind}>{texts(kind)}</Text>
          <PersonCard key={person.address} person={person} {...(part && { part: texts(part) })} onDetails={onDetails} />
          {kind === 'message.draft' && <Text className={styles.hint}>{texts('message.draftFrom')}</Text>}
        </>
      ) : (
        <>
          <EmptyState icon={<Mail48Regular />} title={texts(kind)} next={texts(missing)} />
          <ListError people={recipients} />
        </>
      )}
      <PeopleList recipients={recipients} onDetails={onDetails} />
    </>
  );
}

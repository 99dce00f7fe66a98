import { useMemo } from 'react';
import type { Person, Recipient, Selection } from '../../mailbox';
import { Button } from '../parts/Button';
import { EmptyState } from '../parts/EmptyState';
import { MailIcon, SeveralMailsIcon } from '../parts/icons';
import { PersonCard } from '../person/PersonCard';
import { useObservable, useServices, useTexts } from '../services';
import { ListError } from './ListError';
import { OneMessage } from './OneMessage';
import { PeopleList } from './PeopleList';

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
      return <EmptyState icon={<MailIcon />} title={texts('message.nothing')} next={texts('message.nothingNext')} />;
    case 'unknown':
      return <EmptyState icon={<MailIcon />} title={texts('message.unknown')} next={texts('message.unknownNext')} />;
    case 'notFollowed':
      return (
        <EmptyState icon={<MailIcon />} title={texts('message.notFollowed')} next={texts('message.notFollowedNext')} />
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
          nobody="message.draftNobody"
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
          nobody="message.appointmentNobody"
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
        icon={<SeveralMailsIcon />}
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
  readonly nobody: 'message.draftNobody' | 'message.appointmentNobody';
}

/** A draft or an appointment: its sender or organizer, and its recipients. */
function DraftOrAppointment({ kind, person, recipients, part, missing, nobody, onDetails }: DraftOrAppointmentProps) {
  const texts = useTexts();
  const { mailbox } = useServices();
  return (
    <>
      {person ? (
        <>
          <p className="kind">{texts(kind)}</p>
          <PersonCard key={person.address} person={person} {...(part && { part: texts(part) })} onDetails={onDetails} />
          {kind === 'message.draft' && <p className="hint">{texts('message.draftFrom')}</p>}
        </>
      ) : (
        <>
          <EmptyState icon={<MailIcon />} title={texts(kind)} next={texts(missing)} />
          <ListError people={recipients} />
        </>
      )}
      <PeopleList recipients={recipients} onDetails={onDetails} />
      <div className="again">
        {recipients.length === 0 && <p className="quiet">{texts(nobody)}</p>}
        <Button appearance="subtle" onClick={mailbox.rereadSelection}>
          {texts('action.readAgain')}
        </Button>
      </div>
    </>
  );
}

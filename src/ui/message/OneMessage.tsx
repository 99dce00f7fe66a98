import { isSameAddress } from '../../base';
import type { Person, Recipient, Selection } from '../../mailbox';
import type { Portrait } from '../../photos';
import { EmptyState } from '../parts/EmptyState';
import { MailIcon } from '../parts/icons';
import { cardFace, PersonCard, PortraitCard } from '../person/PersonCard';
import { PersonRow } from '../person/PersonRow';
import { useIsMine, useObservable, usePortrait, useServices, useTexts } from '../services';
import { ListError } from './ListError';
import { PeopleList } from './PeopleList';
import { sendersOf } from './senders';

interface OneMessageProps {
  readonly message: Extract<Selection, { kind: 'message' }>;
  readonly onDetails: (person: Person) => void;
}

/** One message: its owner, the delegate who sent it, and its recipients; of a message that I sent, the recipients first. */
export function OneMessage({ message, onDetails }: OneMessageProps) {
  const texts = useTexts();
  const { owner, delegate } = sendersOf(message);
  return (
    <>
      {message.meeting && <p className="kind">{texts('message.meeting')}</p>}
      {owner ? (
        <OwnedMessage owner={owner} delegate={delegate} recipients={message.recipients} onDetails={onDetails} />
      ) : (
        <>
          <EmptyState icon={<MailIcon />} title={texts('message.noSender')} next={texts('message.noSenderNext')} />
          <ListError people={message.recipients} />
          <PeopleList recipients={message.recipients} onDetails={onDetails} />
        </>
      )}
    </>
  );
}

interface OwnedMessageProps {
  readonly owner: Person;
  readonly delegate: Person | null;
  readonly recipients: readonly Recipient[];
  readonly onDetails: (person: Person) => void;
}

function OwnedMessage({ owner, delegate, recipients, onDetails }: OwnedMessageProps) {
  const texts = useTexts();
  const portrait = usePortrait(owner, cardFace);
  const isSent = useIsSentBy(owner, portrait);
  if (isSent && recipients.length > 0) {
    return <SentMessage owner={owner} delegate={delegate} recipients={recipients} onDetails={onDetails} />;
  }
  return (
    <>
      <PortraitCard
        key={owner.address}
        person={owner}
        portrait={portrait}
        {...(delegate && { part: texts('message.from') })}
        onDetails={onDetails}
      />
      {delegate && (
        <div className="people">
          <DelegateRow delegate={delegate} owner={owner} onDetails={onDetails} />
        </div>
      )}
      <PeopleList recipients={recipients} onDetails={onDetails} />
    </>
  );
}

/** A message that I sent: the only recipient large, or all in their lists; then I, small. */
function SentMessage({ owner, delegate, recipients, onDetails }: OwnedMessageProps) {
  const texts = useTexts();
  const [first, ...others] = recipients;
  const only = others.length === 0 && first && !first.isList ? first : null;
  const Heading = only ? 'h3' : 'h2';
  return (
    <>
      {only ? (
        <PersonCard key={only.address} person={only} part={texts(`part.${only.part}`)} onDetails={onDetails} />
      ) : (
        <>
          <ListError people={recipients} />
          <PeopleList recipients={recipients} onDetails={onDetails} heading={Heading} />
        </>
      )}
      <section className="people" aria-label={texts('message.from')}>
        <Heading>{texts('message.from')}</Heading>
        <PersonRow key={owner.address} person={owner} onDetails={onDetails} />
        {delegate && <DelegateRow delegate={delegate} owner={owner} onDetails={onDetails} />}
      </section>
    </>
  );
}

interface DelegateRowProps {
  readonly delegate: Person;
  readonly owner: Person;
  readonly onDetails: (person: Person) => void;
}

function DelegateRow({ delegate, owner, onDetails }: DelegateRowProps) {
  const texts = useTexts();
  return (
    <PersonRow
      key={delegate.address}
      person={delegate}
      part={texts('message.sentBy')}
      badge={texts('badge.onBehalf', { name: owner.name || owner.address })}
      onDetails={onDetails}
    />
  );
}

/** Whether I sent a message of this owner. Until that is known, the address of the mailbox counts as mine. */
function useIsSentBy(owner: Person, portrait: Portrait): boolean {
  const { mailbox } = useServices();
  const mailboxAddress = useObservable(mailbox.me)?.address ?? '';
  const isMine = useIsMine(owner, portrait);
  return isMine ?? isSameAddress(owner.address, mailboxAddress);
}

import { Spinner } from '@fluentui/react-components';
import { Person48Regular } from '@fluentui/react-icons/svg/person';
import { useEffect } from 'react';
import type { Person } from '../../mailbox';
import { isMyAddress } from '../../photos';
import { EmptyState } from '../parts/EmptyState';
import { useObservable, useServices, useTexts } from '../services';
import { PhotoPanel } from './PhotoPanel';
import { useOpenDraft } from './usePhotoEditor';

interface MyPhotoScreenProps {
  readonly onDetails: (person: Person) => void;
}

/**
 * The tab "My photo": the photo of the person whom the token is for, and changing it. A mailbox that is not this person's
 * own, such as a shared one, has a card of its own below.
 */
export default function MyPhotoScreen({ onDetails }: MyPhotoScreenProps) {
  const texts = useTexts();
  const { mailbox, library } = useServices();
  const me = useObservable(library.me);
  const owner = useObservable(mailbox.me);
  const isOwnMailbox = owner !== null && isMyAddress(me, owner.address);
  const isIdentified = me === null || me.isComplete || isOwnMailbox;
  useEffect(() => {
    if (!isIdentified) void library.identifyMe();
  }, [library, isIdentified]);
  if (!isIdentified) return <Spinner label={texts('mine.identifying')} />;
  // Without a token its account is not known: the request for the photo shows why.
  if (owner && (isOwnMailbox || me === null)) return <PhotoPanel person={owner} onDetails={onDetails} />;
  if (me === null) {
    return <EmptyState icon={<Person48Regular />} title={texts('mine.unknown')} next={texts('mine.unknownNext')} />;
  }
  return <TwoPhotos me={me} mailbox={owner} onDetails={onDetails} />;
}

interface TwoPhotosProps extends MyPhotoScreenProps {
  readonly me: Person;
  readonly mailbox: Person | null;
}

/** My photo and the mailbox's; one of them alone while a picture for it is open. */
function TwoPhotos({ me, mailbox, onDetails }: TwoPhotosProps) {
  const texts = useTexts();
  const draft = useOpenDraft();
  const isMailboxEdited = mailbox !== null && draft?.owner.address === mailbox.address;
  const isMineEdited = draft?.owner.address === me.address;
  return (
    <>
      {!isMailboxEdited && <PhotoPanel person={me} onDetails={onDetails} />}
      {mailbox && !isMineEdited && (
        <PhotoPanel person={mailbox} part={texts('mine.mailbox')} takesFiles={isMailboxEdited} onDetails={onDetails} />
      )}
    </>
  );
}

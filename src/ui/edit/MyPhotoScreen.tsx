import { Person48Regular } from '@fluentui/react-icons/svg/person';
import type { Person } from '../../mailbox';
import { EmptyState } from '../parts/EmptyState';
import { useObservable, useServices, useTexts } from '../services';
import { PhotoPanel } from './PhotoPanel';

/** The tab "My photo": the photo of the mailbox's owner, and changing it. */
export default function MyPhotoScreen({ onDetails }: { onDetails: (person: Person) => void }) {
  const texts = useTexts();
  const { mailbox } = useServices();
  const me = useObservable(mailbox.me);
  if (!me) {
    return <EmptyState icon={<Person48Regular />} title={texts('mine.unknown')} next={texts('mine.unknownNext')} />;
  }
  return <PhotoPanel person={me} onDetails={onDetails} />;
}

import { Person48Regular } from '@fluentui/react-icons/svg/person';
import type { Person } from '../../mailbox';
import { EmptyState } from '../parts/EmptyState';
import { useObservable, useServices, useWords } from '../services';
import { PhotoPanel } from './PhotoPanel';

/** The tab "My photo": the photo of the mailbox's owner, and changing it. */
export default function MyPhotoScreen({ onDetails }: { onDetails: (person: Person) => void }) {
  const words = useWords();
  const { mailbox } = useServices();
  const me = useObservable(mailbox.me);
  if (!me) {
    return <EmptyState icon={<Person48Regular />} title={words('mine.unknown')} next={words('mine.unknownNext')} />;
  }
  return <PhotoPanel person={me} onDetails={onDetails} />;
}

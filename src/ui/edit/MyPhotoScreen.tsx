import { Person48Regular } from '@fluentui/react-icons/svg/person';
import type { Person } from '../../mailbox';
import { EmptyState } from '../parts/EmptyState';
import type { PhotoEditing } from './photoEditor';
import { PhotoPanel } from './PhotoPanel';
import { useObservable, useServices, useWords } from '../services';

interface MyPhotoScreenProps {
  readonly editing: PhotoEditing;
  readonly onDetails: (person: Person) => void;
}

/** My own photo: as the service holds it, and changing it. */
export default function MyPhotoScreen({ editing, onDetails }: MyPhotoScreenProps) {
  const words = useWords();
  const { mailbox } = useServices();
  const me = useObservable(mailbox.me);
  if (!me) {
    return <EmptyState icon={<Person48Regular />} title={words('mine.unknown')} next={words('mine.unknownNext')} />;
  }
  return <PhotoPanel person={me} editing={editing} onDetails={onDetails} />;
}

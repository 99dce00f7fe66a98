import { Person48Regular } from '@fluentui/react-icons/svg/person';
import type { Person } from '../mailbox';
import { Calm } from './Calm';
import type { PhotoEditing } from './photoEditing';
import { PhotoPanel } from './PhotoPanel';
import { useObservable, useServices, useWords } from './services';

interface MineScreenProps {
  readonly editing: PhotoEditing;
  readonly onDetails: (person: Person) => void;
}

/** My own photo: as the service holds it, and changing it. */
export default function MineScreen({ editing, onDetails }: MineScreenProps) {
  const words = useWords();
  const { mailbox } = useServices();
  const me = useObservable(mailbox.me);
  if (!me) {
    return <Calm icon={<Person48Regular />} title={words('mine.unknown')} next={words('mine.unknownNext')} />;
  }
  return <PhotoPanel person={me} editing={editing} onDetails={onDetails} />;
}

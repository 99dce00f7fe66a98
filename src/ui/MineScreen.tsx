import { Person48Regular } from '@fluentui/react-icons/svg/person';
import type { Person } from '../mailbox';
import { Calm } from './Calm';
import { PersonCard } from './PersonCard';
import { useObservable, useServices, useWords } from './services';

/** My own photo, as the service holds it. */
export function MineScreen({ onDetails }: { onDetails: (person: Person) => void }) {
  const words = useWords();
  const { mailbox } = useServices();
  const me = useObservable(mailbox.me);
  if (!me) {
    return <Calm icon={<Person48Regular />} title={words('mine.unknown')} next={words('mine.unknownNext')} />;
  }
  return <PersonCard person={me} onDetails={onDetails} />;
}

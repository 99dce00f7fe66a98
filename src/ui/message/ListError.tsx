import type { Person, Recipient } from '../../mailbox';
import { LazyErrorMessage } from '../parts/LazyErrorMessage';
import { rowFace } from '../person/PersonRow';
import { usePicture, useServices } from '../services';

/**
 * The error of a list that has no large face above it. The first person's error is shown for all, since most errors
 * concern the whole service.
 */
export function ListError({ people }: { people: readonly Recipient[] }) {
  const first = people.find(({ isList }) => !isList);
  return first ? <PersonError person={first} /> : null;
}

function PersonError({ person }: { person: Person }) {
  const { library } = useServices();
  const portrait = usePicture(person, rowFace);
  if (portrait.status !== 'failed') return null;
  return (
    <div className="list-error">
      <LazyErrorMessage error={portrait.error} onRetry={() => library.rereadFailed()} />
    </div>
  );
}

import { makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import type { Person, Recipient } from '../../mailbox';
import { LazyErrorMessage } from '../parts/LazyErrorMessage';
import { rowFace } from '../person/PersonRow';
import { usePicture, useServices } from '../services';

const useStyles = makeStyles({
  root: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}` },
});

/**
 * The error of a list that has no large face above it. The first person's error is shown for all, since most errors
 * concern the whole service.
 */
export function ListError({ people }: { people: readonly Recipient[] }) {
  const first = people.find(({ isList }) => !isList);
  return first ? <PersonError person={first} /> : null;
}

function PersonError({ person }: { person: Person }) {
  const styles = useStyles();
  const { library } = useServices();
  const portrait = usePicture(person, rowFace);
  if (portrait.status !== 'failed') return null;
  return (
    <div className={styles.root}>
      <LazyErrorMessage error={portrait.error} onRetry={() => library.rereadFailed()} />
    </div>
  );
}

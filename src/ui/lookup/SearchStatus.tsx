import { makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import type { Suggestions } from '../../photos';
import { LazyErrorMessage } from '../parts/LazyErrorMessage';
import { useTexts } from '../services';

const useStyles = makeStyles({
  status: { color: tokens.colorNeutralForeground2 },
  // How many there are is seen.
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

interface SearchStatusProps {
  readonly suggestions: Suggestions;
  readonly onRetry: () => void;
}

/** What the search has found, or why it finds nothing; read out when it changes. */
export function SearchStatus({ suggestions, onRetry }: SearchStatusProps) {
  const styles = useStyles();
  const isSeen = 'people' in suggestions && suggestions.people.length > 0;
  return (
    <>
      <Text role="status" className={mergeClasses(styles.status, isSeen && styles.hidden)}>
        {useStatus(suggestions)}
      </Text>
      {suggestions.kind === 'failed' && <LazyErrorMessage error={suggestions.error} onRetry={onRetry} />}
    </>
  );
}

function useStatus(suggestions: Suggestions): string {
  const texts = useTexts();
  switch (suggestions.kind) {
    case 'searching':
      return suggestions.people.length > 0 ? '' : texts('lookup.searching');
    case 'found': {
      const { length: count } = suggestions.people;
      return count > 0 ? texts('lookup.count', { count }) : texts('lookup.noOne');
    }
    case 'refused':
      return texts('lookup.refused');
    case 'unavailable':
      return texts('lookup.unavailable');
    case 'nothing':
    case 'failed':
      return '';
  }
}

import { makeStyles, Text } from '@fluentui/react-components';
import ErrorMessage from '../parts/ErrorMessage';
import { useWords } from '../services';
import type { Words } from '../words';
import type { Activity } from './photoEditor';

const useStyles = makeStyles({ wide: { width: '100%', textAlign: 'center' } });

/** What is in flight, or how the last change ended, in words. */
export function ActivityMessage({ activity }: { activity: Activity }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <>
      <Text className={styles.wide} role="status">
        {activityText(activity, words)}
      </Text>
      {activity.kind === 'failed' && (
        <div className={styles.wide}>
          <ErrorMessage isChange error={activity.error} onRetry={activity.retry} />
        </div>
      )}
    </>
  );
}

function activityText(activity: Activity, words: Words): string {
  switch (activity.kind) {
    case 'opening':
      return words('mine.opening');
    case 'saving':
      return words(`saving.${activity.step}`);
    case 'notAnImage':
      return words('mine.noFile');
    case 'saved':
      return words('saved.proven', { pixels: activity.pixels, eTag: activity.eTag ?? words('details.noETag') });
    case 'removed':
      return words('saved.removed');
    case 'notVisibleYet':
      return words('saved.notYet');
    case 'idle':
    case 'failed':
      return '';
  }
}

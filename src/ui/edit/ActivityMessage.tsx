import { makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import ErrorMessage from '../parts/ErrorMessage';
import type { Addressee } from '../../photos';
import { useServices, useTexts } from '../services';
import type { Texts } from '../texts/texts';
import { changeTask } from './changeTask';
import type { Activity } from './photoEditor';

const useStyles = makeStyles({
  // An empty one takes no room: the gap above the next part is removed.
  status: { ':empty': { marginBottom: `calc(-1 * ${tokens.spacingVerticalS})` } },
  error: { width: '100%' },
});

/** What is in flight, or how the last change ended, in words. */
export function ActivityMessage({ owner, activity }: { owner: Addressee; activity: Activity }) {
  const styles = useStyles();
  const texts = useTexts();
  const { library } = useServices();
  return (
    <>
      <Text className={styles.status} role="status">
        {activityText(activity, texts, library.kindOf(owner) === 'contact')}
      </Text>
      {activity.kind === 'failed' && (
        <div className={styles.error}>
          <ErrorMessage task={changeTask(library, owner)} error={activity.error} onRetry={activity.retry} />
        </div>
      )}
    </>
  );
}

function activityText(activity: Activity, texts: Texts, isContact: boolean): string {
  switch (activity.kind) {
    case 'opening':
      return texts('mine.opening');
    case 'saving':
      return texts(`saving.${activity.step}`);
    case 'notAnImage':
      return texts('mine.noFile');
    case 'saved':
      return texts(isContact ? 'saved.contact' : 'saved.proven', {
        pixels: activity.pixels,
        eTag: activity.eTag ?? texts('photo.noETag'),
      });
    case 'removed':
      return texts('saved.removed');
    case 'notVisibleYet':
      return texts('saved.notYet');
    case 'idle':
    case 'failed':
      return '';
  }
}

import { makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useServices, useTexts } from '../services';
import type { Texts } from '../texts/texts';
import { ChangeError } from './ChangeError';
import type { Activity } from './editorState';
import type { PhotoEditing } from './usePhotoEditor';

const useStyles = makeStyles({
  // An empty one takes no room: the gap above the next part is removed.
  status: { ':empty': { marginBottom: `calc(-1 * ${tokens.spacingVerticalS})` } },
});

/** What is in flight, or how the last change ended, in words. */
export function ActivityMessage({ editing }: { editing: PhotoEditing }) {
  const styles = useStyles();
  const texts = useTexts();
  const { library } = useServices();
  const { owner, activity } = editing;
  return (
    <>
      <Text className={styles.status} role="status">
        {activityText(activity, texts, library.kindOf(owner) === 'contact')}
      </Text>
      {activity.kind === 'failed' && <ChangeError editing={editing} error={activity.error} onRetry={activity.retry} />}
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
    case 'saved': {
      const { pixels, isReduced } = activity;
      const eTag = activity.eTag ?? texts('photo.noETag');
      const saved = texts(isContact ? 'saved.contact' : 'saved.proven', { pixels, eTag });
      return isReduced ? `${saved} ${texts('saved.reduced', { pixels })}` : saved;
    }
    case 'removed':
      return texts('saved.removed');
    case 'notVisibleYet': {
      const { reducedTo: pixels } = activity;
      return pixels === null ? texts('saved.notYet') : `${texts('saved.notYet')} ${texts('saved.reduced', { pixels })}`;
    }
    case 'idle':
    case 'failed':
      return '';
  }
}

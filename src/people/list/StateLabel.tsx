import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Clock20Regular } from '@fluentui/react-icons/svg/clock';
import { Image20Regular } from '@fluentui/react-icons/svg/image';
import { ImageOff20Regular } from '@fluentui/react-icons/svg/image-off';
import { MailDismiss20Regular } from '@fluentui/react-icons/svg/mail-dismiss';
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed';
import { Server20Regular } from '@fluentui/react-icons/svg/server';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import { tokens } from '@fluentui/tokens';
import type { ReactElement } from 'react';
import type { PhotoState } from '../../directory';
import { usePageTexts } from '../texts';
import { shownState, type ShownState } from './view';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  icon: {
    display: 'flex',
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
    // The words alone leave room for the name.
    '@media (max-width: 400px)': { display: 'none' },
  },
  good: { color: tokens.colorStatusSuccessForeground1 },
  poor: { color: tokens.colorStatusWarningForeground3 },
  texts: { minWidth: 0 },
  size: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  unread: { color: tokens.colorNeutralForeground3 },
});

const icons: Readonly<Record<ShownState, ReactElement>> = {
  photo: <Image20Regular />,
  blurred: <Warning20Regular />,
  none: <ImageOff20Regular />,
  onPremises: <Server20Regular />,
  noMailbox: <MailDismiss20Regular />,
  notReadable: <LockClosed20Regular />,
  unread: <Clock20Regular />,
};

/** The state of a photo in words with an icon, and its size in pixels. */
export function StateLabel({ state }: { state: PhotoState | undefined }) {
  const styles = useStyles();
  const texts = usePageTexts();
  const shown = shownState(state);
  return (
    <span className={mergeClasses(styles.root, shown === 'unread' && styles.unread)}>
      <span
        className={mergeClasses(styles.icon, shown === 'photo' && styles.good, shown === 'blurred' && styles.poor)}
        aria-hidden="true"
      >
        {icons[shown]}
      </span>
      <span className={styles.texts}>
        {texts(`state.${shown}`)}
        {state && 'width' in state && (
          <span className={styles.size}>{texts('state.size', { width: state.width, height: state.height })}</span>
        )}
      </span>
    </span>
  );
}

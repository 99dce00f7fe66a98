import { makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock20Regular } from '@fluentui/react-icons/svg/clock';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { Portrait } from '../../photos';
import { usePortraitText } from '../person/portraitTexts';
import { useDevicePixels, useTexts } from '../services';

/** Diameter of the largest circle that Outlook draws a photo in, in CSS pixels. */
const largestDrawn = 96;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  row: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  icon: { display: 'flex', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** A photo in words: how sharp it is, or why there is none; when it was read, and where it is from. */
export function PhotoSummary({ portrait }: { portrait: Portrait }) {
  const styles = useStyles();
  const texts = useTexts();
  const reason = usePortraitText(portrait);
  const hasAnswer = portrait.status === 'photo' || portrait.status === 'none';
  if (!reason && !hasAnswer) return null;
  return (
    <div className={styles.root}>
      {reason ? <Row icon={<Info20Regular />} title={reason} isStatus /> : <Sharpness portrait={portrait} />}
      {hasAnswer && (
        <Row
          icon={<Clock20Regular />}
          title={texts('details.read', { when: texts.moment(portrait.readAt) })}
          hint={texts(`details.source.${portrait.source}`)}
        />
      )}
    </div>
  );
}

/** The size up to which the photo is sharp, with a warning where Outlook draws it larger. */
function Sharpness({ portrait }: { portrait: Portrait }) {
  const styles = useStyles();
  const texts = useTexts();
  const needed = useDevicePixels(largestDrawn);
  if (portrait.status !== 'photo' || !portrait.metadata) return null;
  const pixels = Math.min(portrait.metadata.width, portrait.metadata.height);
  const title = texts('details.sharp', { pixels });
  if (pixels >= needed) return <Row icon={<CheckmarkCircle20Regular />} look={styles.good} title={title} isStatus />;
  const hint = texts('details.blurred', { needed });
  return <Row icon={<Warning20Regular />} look={styles.warning} title={title} hint={hint} isStatus />;
}

interface RowProps {
  readonly icon: ReactNode;
  /** The class of the icon's color. */
  readonly look?: string | undefined;
  readonly title: string;
  readonly hint?: string;
  /** Read out when it changes. */
  readonly isStatus?: boolean;
}

function Row({ icon, look, title, hint, isStatus = false }: RowProps) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <span className={mergeClasses(styles.icon, look)}>{icon}</span>
      <div className={styles.text} {...(isStatus && { role: 'status' })}>
        <Text>{title}</Text>
        {hint && (
          <Text size={200} className={styles.hint}>
            {hint}
          </Text>
        )}
      </div>
    </div>
  );
}

import { Button, makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { Copy20Regular } from '@fluentui/react-icons/svg/copy';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../services';
import { copyPicture } from './copyPicture';
import { savePicture } from './savePicture';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: tokens.spacingVerticalXS },
  row: { display: 'flex', justifyContent: 'center', width: '100%', gap: tokens.spacingHorizontalXS },
  action: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-start',
    flex: '1 1 0',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    maxWidth: '112px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  icon: { display: 'flex', color: tokens.colorBrandForeground1 },
  outcome: { textAlign: 'center' },
});

interface PhotoActionsProps {
  /** Names the file. */
  readonly name: string;
  /** Null where there is none to save or to copy. */
  readonly picture: Blob | null;
  readonly onReadAgain: () => void;
}

/** What can be done with a photo: save it, copy it, read it again. */
export function PhotoActions({ name, picture, onReadAgain }: PhotoActionsProps) {
  const styles = useStyles();
  const texts = useTexts();
  const [copy, setCopy] = useState<{ of: Blob; outcome: 'copied' | 'forbidden' } | null>(null);
  const copyIt = async (of: Blob): Promise<void> => {
    try {
      await copyPicture(of);
      setCopy({ of, outcome: 'copied' });
    } catch {
      setCopy({ of, outcome: 'forbidden' });
    }
  };
  return (
    <div className={styles.root}>
      <div className={styles.row}>
        {picture && (
          <>
            <Action
              icon={<ArrowDownload20Regular />}
              label={texts('action.save')}
              onClick={() => savePicture(picture, name)}
            />
            <Action icon={<Copy20Regular />} label={texts('action.copy')} onClick={() => void copyIt(picture)} />
          </>
        )}
        <Action icon={<ArrowClockwise20Regular />} label={texts('action.readAgain')} onClick={onReadAgain} />
      </div>
      <Text className={styles.outcome} role="status">
        {copy && copy.of === picture && texts(`details.${copy.outcome}`)}
      </Text>
    </div>
  );
}

function Action({ icon, label, onClick }: { icon: ReactNode; label: string; onClick: () => void }) {
  const styles = useStyles();
  return (
    <Button appearance="subtle" className={styles.action} onClick={onClick}>
      <span className={styles.icon}>{icon}</span>
      {label}
    </Button>
  );
}

import { Button, makeStyles, Subtitle2 } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { useTexts } from '../services';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, marginInlineStart: '-8px' },
  arrow: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
  title: { margin: 0 },
});

/** The head of a screen that was opened over another one: the way back, and the title. */
export function ScreenHead({ title, onBack }: { title: string; onBack: () => void }) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <div className={styles.root}>
      <Button
        appearance="subtle"
        icon={<ArrowLeft20Regular className={styles.arrow} />}
        aria-label={texts('action.back')}
        onClick={onBack}
      />
      <Subtitle2 as="h2" className={styles.title}>
        {title}
      </Subtitle2>
    </div>
  );
}

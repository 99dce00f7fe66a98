import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '../parts/EmptyState';
import { useTexts } from '../services';
import { usePaneReload } from './paneReload';
import { isReplaced } from './replacedBuild';

const useStyles = makeStyles({ button: { textAlign: 'center' } });

/** There is a new version, and a button that reloads the pane. */
export function NewVersion() {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <>
      <EmptyState icon={null} title={texts('newVersion.title')} next={texts('newVersion.next')} />
      <div className={styles.button}>
        <ReloadButton />
      </div>
    </>
  );
}

/** `NewVersion` where another build has replaced this one; else nothing. */
export function NewVersionIfReplaced() {
  const [replaced, setReplaced] = useState(false);
  useEffect(() => void isReplaced().then(setReplaced), []);
  return replaced && <NewVersion />;
}

/** Reloads the pane. It has the focus, unless the focus is outside the pane. */
export function ReloadButton() {
  const texts = useTexts();
  const reload = usePaneReload();
  const root = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (document.hasFocus()) root.current?.querySelector('button')?.focus();
  }, []);
  return (
    <span ref={root}>
      <Button appearance="primary" onClick={() => void reload.run()}>
        {texts('action.reload')}
      </Button>
    </span>
  );
}

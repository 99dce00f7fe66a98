import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/Button';
import { EmptyState } from '../parts/EmptyState';
import { useTexts } from '../services';
import { usePaneReload } from './paneReload';
import { isReplaced } from './replacedBuild';

/** There is a new version, and a button that reloads the pane. */
export function NewVersion() {
  const texts = useTexts();
  return (
    <EmptyState icon={null} title={texts('newVersion.title')} next={texts('newVersion.next')}>
      <ReloadButton />
    </EmptyState>
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

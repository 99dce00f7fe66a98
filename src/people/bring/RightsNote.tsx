import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { usePageServices, type BulkServices } from '../services';
import { usePageTexts } from '../texts';

const useStyles = makeStyles({ root: { flexShrink: 0 } });

/** What changes of photos need, before any work is done for them; nothing where the permission is there. */
export function RightsNote({ bulk }: { bulk: BulkServices }) {
  const styles = useStyles();
  const texts = usePageTexts();
  const { signIn } = usePageServices();
  const [mayWrite, setMayWrite] = useState(true);
  useEffect(() => void bulk.mayWrite().then(setMayWrite), [bulk]);
  if (mayWrite) return null;
  return (
    <MessageBar className={styles.root} layout="multiline">
      <MessageBarBody>{texts('rights.needed')}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void signIn({ write: true }).catch(() => undefined)}>{texts('rights.ask')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

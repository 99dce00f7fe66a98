import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { ownerKindsOf, type RunPerson } from '../../bulk';
import { usePageServices, type BulkServices } from '../services';
import { usePageTexts } from '../texts';
import { permissionsText } from '../permissionsText';

const useStyles = makeStyles({ root: { flexShrink: 0 } });

interface RightsNoteProps {
  readonly bulk: BulkServices;
  /** Whose photos are to be changed, as far as that is known. */
  readonly people: readonly RunPerson[];
}

/** What changes of photos need, before any work is done for them; nothing where the permissions are there. */
export function RightsNote({ bulk, people }: RightsNoteProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const { signIn } = usePageServices();
  const [mayWrite, setMayWrite] = useState(true);
  const write = useMemo(() => ownerKindsOf(people), [people]);
  useEffect(() => void bulk.mayWrite(write).then(setMayWrite), [bulk, write]);
  if (mayWrite) return null;
  return (
    <MessageBar className={styles.root} layout="multiline">
      <MessageBarBody>{texts('rights.needed', { permissions: permissionsText(write) })}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => void signIn({ write }).catch(() => undefined)}>{texts('rights.ask')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useState } from 'react';
import type { Person } from '../../mailbox';
import type { PhotoOwner } from '../../photos';
import type { PhotoEditing } from '../edit/photoEditor';
import { PhotoPanel } from '../edit/PhotoPanel';
import { useOwner, useWords } from '../services';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 0`,
  },
  field: { width: '100%' },
});

interface LookUpScreenProps {
  /** Who was looked up before; stays while other screens are shown. */
  readonly person: Person | null;
  readonly onFind: (person: Person) => void;
  readonly editingOf: (owner: PhotoOwner) => PhotoEditing;
  readonly onDetails: (person: Person) => void;
}

/** Anybody's photo, by address. */
export default function LookUpScreen({ person, onFind, editingOf, onDetails }: LookUpScreenProps) {
  const styles = useStyles();
  const words = useWords();
  const [text, setText] = useState(person?.address ?? '');
  const [wrong, setWrong] = useState(false);
  return (
    <>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const address = addressIn(text);
          setWrong(address === null);
          if (address !== null) onFind({ name: '', address });
        }}
      >
        <Field
          className={styles.field}
          label={words('lookup.address')}
          {...(wrong && { validationMessage: words('lookup.wrong') })}
        >
          <Input type="email" autoComplete="off" value={text} onChange={(_event, { value }) => setText(value)} />
        </Field>
        <Button type="submit">{words('lookup.find')}</Button>
      </form>
      {person && <Found key={person.address} person={person} editingOf={editingOf} onDetails={onDetails} />}
    </>
  );
}

interface FoundProps extends Pick<LookUpScreenProps, 'editingOf' | 'onDetails'> {
  readonly person: Person;
}

function Found({ person, editingOf, onDetails }: FoundProps) {
  const owner = useOwner(person);
  return <PhotoPanel person={person} editing={editingOf(owner)} onDetails={onDetails} />;
}

/** The address in what was typed or pasted, such as `Megan Bowen <megan@contoso.com>`; null where there is none. */
export function addressIn(text: string): string | null {
  const address = (/<([^<>]+)>/.exec(text)?.[1] ?? text).trim().replace(/^mailto:/i, '');
  return /^[^@\s]+@[^@\s]+$/.test(address) ? address : null;
}

import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useState } from 'react';
import type { Person } from '../../mailbox';
import { PhotoPanel } from '../edit/PhotoPanel';
import { useTexts } from '../services';
import { addressIn } from './addressIn';

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
  /** The person who was looked up last; kept while other screens are shown. */
  readonly person: Person | null;
  readonly onFind: (person: Person) => void;
  readonly onDetails: (person: Person) => void;
}

/** The tab "Look up": the photo of any person, by address. */
export default function LookUpScreen({ person, onFind, onDetails }: LookUpScreenProps) {
  const styles = useStyles();
  const texts = useTexts();
  const [text, setText] = useState(person?.address ?? '');
  const [isInvalid, setIsInvalid] = useState(false);
  return (
    <>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const address = addressIn(text);
          setIsInvalid(address === null);
          if (address !== null) onFind({ name: '', address });
        }}
      >
        <Field
          className={styles.field}
          label={texts('lookup.address')}
          {...(isInvalid && { validationMessage: texts('lookup.wrong') })}
        >
          <Input type="email" autoComplete="off" value={text} onChange={(_event, { value }) => setText(value)} />
        </Field>
        <Button type="submit">{texts('lookup.find')}</Button>
      </form>
      {person && <PhotoPanel key={person.address} person={person} onDetails={onDetails} />}
    </>
  );
}

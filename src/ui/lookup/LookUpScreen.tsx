import { makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useRef } from 'react';
import type { Person } from '../../mailbox';
import { PhotoPanel } from '../edit/PhotoPanel';
import { useOpenDraft } from '../edit/usePhotoEditor';
import { useServices } from '../services';
import { lookedUpPeopleOf, withPerson } from './lookedUpPeople';
import { PeopleField } from './PeopleField';
import { SearchStatus } from './SearchStatus';
import { StartLists } from './StartLists';
import { useLookUp } from './useLookUp';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 0`,
  },
});

interface LookUpScreenProps {
  /** The person who is shown; kept while other screens are shown. */
  readonly person: Person | null;
  /** Null: the field was emptied. */
  readonly onFind: (person: Person | null) => void;
  readonly onDetails: (person: Person) => void;
}

/** The tab "Look up": the photo of any person, by name or address. */
export default function LookUpScreen({ person, onFind, onDetails }: LookUpScreenProps) {
  const styles = useStyles();
  const lookedUp = lookedUpPeopleOf(useServices());
  const form = useRef<HTMLFormElement>(null);
  const lookUp = useLookUp(person, onFind);
  const draft = useOpenDraft();
  const isEditing = person !== null && draft?.owner.address === person.address;
  useEffect(() => {
    if (person) lookedUp.set(withPerson(lookedUp.value, person));
  }, [person, lookedUp]);
  // The button that was pressed is removed: the focus goes to the field.
  const inField = (work: () => void): void => {
    form.current?.querySelector('input')?.focus();
    work();
  };
  return (
    <>
      <form
        ref={form}
        className={styles.form}
        hidden={isEditing}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          lookUp.submit();
        }}
      >
        <PeopleField lookUp={lookUp} onClear={() => inField(() => lookUp.type(''))} />
        <SearchStatus suggestions={lookUp.suggestions} onRetry={() => inField(lookUp.retry)} />
      </form>
      {person && (lookUp.isOfPerson || isEditing) && (
        <PhotoPanel key={person.address} person={person} onDetails={onDetails} />
      )}
      {!person && lookUp.text === '' && <StartLists onShow={(one) => inField(() => lookUp.choose(one))} />}
    </>
  );
}

import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useId, useRef, type KeyboardEvent } from 'react';
import type { Person } from '../../mailbox';
import { PhotoPanel } from '../edit/PhotoPanel';
import { useOpenDraft } from '../edit/usePhotoEditor';
import { useTexts } from '../services';
import { SearchStatus } from './SearchStatus';
import { optionId, SuggestionList } from './SuggestionList';
import { useLookUp, type LookUp } from './useLookUp';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 0`,
  },
  field: { position: 'relative', width: '100%' },
});

interface LookUpScreenProps {
  /** The person who was looked up last; kept while other screens are shown. */
  readonly person: Person | null;
  readonly onFind: (person: Person) => void;
  readonly onDetails: (person: Person) => void;
}

/** The tab "Look up": the photo of any person, by name or address. */
export default function LookUpScreen({ person, onFind, onDetails }: LookUpScreenProps) {
  const styles = useStyles();
  const texts = useTexts();
  const form = useRef<HTMLFormElement>(null);
  const lookUp = useLookUp(person, onFind);
  const draft = useOpenDraft();
  const isEditing = person !== null && draft?.owner.address === person.address;
  // The button that was pressed is removed: the focus goes to the field.
  const retry = (): void => {
    form.current?.querySelector('input')?.focus();
    lookUp.retry();
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
        <PeopleField lookUp={lookUp} />
        <SearchStatus suggestions={lookUp.suggestions} onRetry={retry} />
        <Button type="submit">{texts('lookup.find')}</Button>
      </form>
      {person && <PhotoPanel key={person.address} person={person} onDetails={onDetails} />}
    </>
  );
}

/** The field with its suggestions: the pattern of an editable combobox (ARIA Authoring Practices, Combobox). */
function PeopleField({ lookUp }: { lookUp: LookUp }) {
  const styles = useStyles();
  const texts = useTexts();
  const id = useId();
  const { text, shown, active, isInvalid, suggestions } = lookUp;
  const isUnsearchable = suggestions.kind === 'refused' || suggestions.kind === 'unavailable';
  const invalid = texts(isUnsearchable ? 'lookup.wrong' : 'lookup.short');
  return (
    <div className={styles.field}>
      <Field label={texts('lookup.field')} {...(isInvalid && { validationMessage: invalid })}>
        <Input
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={shown.length > 0}
          {...(shown.length > 0 && { 'aria-controls': id })}
          {...(active && { 'aria-activedescendant': optionId(id, active) })}
          value={text}
          onChange={(_event, { value }) => lookUp.type(value)}
          onKeyDown={(event) => handleKey(event, lookUp)}
          onClick={lookUp.open}
          onBlur={lookUp.close}
        />
      </Field>
      {shown.length > 0 && <SuggestionList id={id} people={shown} active={active} onChoose={lookUp.choose} />}
    </div>
  );
}

function handleKey(event: KeyboardEvent, lookUp: LookUp): void {
  // The key belongs to the input method, which composes a character.
  if (event.nativeEvent.isComposing) return;
  const { shown, active } = lookUp;
  switch (event.key) {
    case 'ArrowDown':
      lookUp.move(1);
      break;
    case 'ArrowUp':
      lookUp.move(-1);
      break;
    case 'Enter':
      if (!active) return;
      lookUp.choose(active);
      break;
    case 'Escape':
      if (shown.length === 0) return;
      lookUp.close();
      break;
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'Home':
    case 'End':
      lookUp.leave();
      return;
    default:
      return;
  }
  event.preventDefault();
  event.stopPropagation();
}

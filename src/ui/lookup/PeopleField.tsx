import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import { useId, type KeyboardEvent } from 'react';
import { useTexts } from '../services';
import { optionId, SuggestionList } from './SuggestionList';
import type { LookUp } from './useLookUp';

const useStyles = makeStyles({
  root: { position: 'relative', width: '100%' },
  // Fluent's field would be as wide as its content.
  row: { display: 'flex', gap: tokens.spacingHorizontalS, minWidth: 0 },
  input: { flexGrow: 1, minWidth: 0 },
  find: { flexShrink: 0 },
});

interface PeopleFieldProps {
  readonly lookUp: LookUp;
  readonly onClear: () => void;
}

/** The field with its suggestions: the pattern of an editable combobox (ARIA Authoring Practices, Combobox). */
export function PeopleField({ lookUp, onClear }: PeopleFieldProps) {
  const styles = useStyles();
  const texts = useTexts();
  const id = useId();
  const { text, shown, active, isInvalid, suggestions } = lookUp;
  const isUnsearchable = suggestions.kind === 'refused' || suggestions.kind === 'unavailable';
  const invalid = texts(isUnsearchable ? 'lookup.wrong' : 'lookup.short');
  return (
    <div className={styles.root}>
      <Field label={texts('lookup.field')} {...(isInvalid && { validationMessage: invalid })}>
        {(field) => (
          <div className={styles.row}>
            <Input
              {...field}
              className={styles.input}
              type="text"
              role="combobox"
              autoComplete="off"
              spellCheck={false}
              aria-autocomplete="list"
              aria-expanded={shown.length > 0}
              {...(shown.length > 0 && { 'aria-controls': id })}
              {...(active && { 'aria-activedescendant': optionId(id, active) })}
              // An address is written from left to right in every language; an empty field follows the page.
              {...(text !== '' && { dir: 'auto' })}
              value={text}
              onChange={(_event, { value }) => lookUp.type(value)}
              onKeyDown={(event) => handleKey(event, lookUp)}
              onClick={lookUp.open}
              onBlur={lookUp.close}
              contentAfter={
                text === '' ? null : (
                  <Button
                    appearance="transparent"
                    size="small"
                    icon={<Dismiss20Regular />}
                    aria-label={texts('lookup.clear')}
                    onClick={onClear}
                  />
                )
              }
            />
            <Button
              type="submit"
              className={styles.find}
              icon={<Search20Regular />}
              aria-label={texts('lookup.find')}
            />
          </div>
        )}
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

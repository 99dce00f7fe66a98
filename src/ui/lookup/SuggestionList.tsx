import { Badge, makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useRef } from 'react';
import type { FoundPerson } from '../../photos';
import { PortraitFace } from '../person/PortraitFace';
import { tooltipOf } from '../person/tooltip';
import { usePicture, useTexts } from '../services';

/** Diameter of the faces of suggestions, in CSS pixels. */
const suggestionFace = 32;

const useStyles = makeStyles({
  list: {
    position: 'absolute',
    zIndex: 1,
    top: '100%',
    insetInline: 0,
    boxSizing: 'border-box',
    maxHeight: '60vh',
    overflowY: 'auto',
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    padding: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  option: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    border: 'none',
    font: 'inherit',
    textAlign: 'start',
    color: 'inherit',
    backgroundColor: tokens.colorTransparentBackground,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Hover,
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  text: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', minWidth: 0 },
  name: { overflowWrap: 'anywhere' },
  address: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
});

interface SuggestionListProps {
  readonly id: string;
  readonly people: readonly FoundPerson[];
  readonly active: FoundPerson | null;
  readonly onChoose: (person: FoundPerson) => void;
}

/** The suggestions below the field. The focus stays in the field. */
export function SuggestionList({ id, people, active, onChoose }: SuggestionListProps) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    // A pressed button would take the focus out of the field.
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      className={styles.list}
      aria-label={texts('lookup.suggestions')}
      onMouseDown={(event) => event.preventDefault()}
    >
      {people.map((person) => (
        <Suggestion
          key={person.id}
          id={optionId(id, person)}
          person={person}
          isActive={person.id === active?.id}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

/** The id of a suggestion's element. */
export function optionId(listId: string, { id }: FoundPerson): string {
  return `${listId}-${id}`;
}

interface SuggestionProps {
  readonly id: string;
  readonly person: FoundPerson;
  readonly isActive: boolean;
  readonly onChoose: (person: FoundPerson) => void;
}

function Suggestion({ id, person, isActive, onChoose }: SuggestionProps) {
  const styles = useStyles();
  const texts = useTexts();
  const root = useRef<HTMLButtonElement>(null);
  const portrait = usePicture(person.photoOwner, suggestionFace);
  const name = person.name || person.address;
  useEffect(() => {
    if (isActive) root.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <button
      ref={root}
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={mergeClasses(styles.option, isActive && styles.active)}
      onClick={() => onChoose(person)}
    >
      <PortraitFace name={name} portrait={portrait} size={suggestionFace} />
      <span className={styles.text}>
        <Text className={styles.name} title={tooltipOf(name)} dir="auto" data-name>
          {name}
        </Text>
        {person.address !== name && (
          <Text size={200} className={styles.address} dir="auto">
            {person.address}
          </Text>
        )}
        {person.isGuest && (
          <Badge appearance="tint" color="informative" size="small">
            {texts('badge.guest')}
          </Badge>
        )}
      </span>
    </button>
  );
}

import { Caption1Strong, makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useId } from 'react';
import { isSameAddress } from '../../base';
import type { Person, Selection } from '../../mailbox';
import { PersonRow } from '../person/PersonRow';
import { useObservable, useServices, useTexts } from '../services';
import type { PlainTextKey } from '../texts/texts';
import { lookedUpPeopleOf } from './lookedUpPeople';
import { selectedPeople } from './selectedPeople';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalL}`,
  },
  heading: { margin: `0 ${tokens.spacingHorizontalL}`, color: tokens.colorNeutralForeground2 },
  // The faces of the rows are in line with the headings.
  list: { listStyle: 'none', margin: 0, marginInlineStart: '-4px', padding: 0 },
  nobody: { padding: `0 ${tokens.spacingHorizontalL}`, color: tokens.colorNeutralForeground2 },
});

interface StartListsProps {
  readonly onShow: (person: Person) => void;
}

/** Before anything is typed: the people of what is selected, and those who were looked up last. */
export function StartLists({ onShow }: StartListsProps) {
  const styles = useStyles();
  const texts = useTexts();
  const services = useServices();
  const selection = useObservable(services.mailbox.selection);
  const selected = selectedPeople(selection);
  const lookedUp = useObservable(lookedUpPeopleOf(services)).filter(
    (one) => !selected.some(({ address }) => isSameAddress(address, one.address)),
  );
  return (
    <div className={styles.root}>
      <PeopleOf title={texts(titleOf(selection))} people={selected} onShow={onShow} />
      <PeopleOf title={texts('lookup.last')} people={lookedUp} onShow={onShow} />
      {selected.length + lookedUp.length === 0 && <Text className={styles.nobody}>{texts('lookup.start')}</Text>}
    </div>
  );
}

function titleOf({ kind }: Selection): Extract<PlainTextKey, `lookup.in${string}`> {
  if (kind === 'appointment') return 'lookup.inAppointment';
  return kind === 'several' ? 'lookup.inMessages' : 'lookup.inMessage';
}

interface PeopleOfProps extends StartListsProps {
  readonly title: string;
  readonly people: readonly Person[];
}

function PeopleOf({ title, people, onShow }: PeopleOfProps) {
  const styles = useStyles();
  const id = useId();
  if (people.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <Caption1Strong as="h2" block id={id} className={styles.heading}>
        {title}
      </Caption1Strong>
      <ul className={styles.list}>
        {people.map((one) => (
          <li key={one.address}>
            <PersonRow person={one} onDetails={onShow} />
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Person } from '../mailbox';
import { Face } from './Face';
import { pictureOf, useReason } from './PersonCard';
import { useOwner, usePortrait } from './services';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    minHeight: '64px',
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  text: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', minWidth: 0, gap: '2px' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  long: { overflowWrap: 'anywhere' },
});

interface PersonRowProps {
  readonly person: Person;
  readonly part: string;
  readonly badge: string;
  readonly onDetails: (person: Person) => void;
}

/** Somebody, small: a row that opens the person's details. */
export function PersonRow({ person, part, badge, onDetails }: PersonRowProps) {
  const styles = useStyles();
  const portrait = usePortrait(useOwner(person), 48);
  const reason = useReason(portrait);
  const name = person.name || person.address;
  return (
    <Button appearance="subtle" className={styles.root} onClick={() => onDetails(person)}>
      <Face name={name} picture={pictureOf(portrait)} size={48} />
      <span className={styles.text}>
        <Text size={200} className={styles.quiet}>
          {part}
        </Text>
        <Text weight="semibold" className={styles.long}>
          {name}
        </Text>
        {person.address !== name && (
          <Text size={200} className={styles.quiet}>
            {person.address}
          </Text>
        )}
        {reason && (
          <Text size={200} className={styles.quiet}>
            {reason}
          </Text>
        )}
        <Badge appearance="tint" color="informative">
          {badge}
        </Badge>
      </span>
    </Button>
  );
}

import { Badge, Button, makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team';
import type { Person } from '../../mailbox';
import { PortraitFace } from './PortraitFace';
import { personIn, usePicture, useTexts } from '../services';
import { useBadges } from './badges';

/** Diameter of the faces in a list, in CSS pixels. */
export const rowFace = 40;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    minHeight: '52px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  text: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  long: { overflowWrap: 'anywhere' },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  glyph: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: `${rowFace}px`,
    height: `${rowFace}px`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    color: tokens.colorNeutralForeground2,
  },
});

interface PersonRowProps {
  readonly person: Person;
  /** The person's part in the item, such as "Sent by". */
  readonly part?: string;
  readonly badge?: string;
  readonly onDetails: (person: Person) => void;
}

/** One person, small: a row that opens the person's details. */
export function PersonRow({ person, badge, ...more }: PersonRowProps) {
  const portrait = usePicture(person, rowFace);
  const badges = useBadges(person, portrait);
  return (
    <Row
      {...more}
      person={person}
      face={<PortraitFace owner={person} name={person.name || person.address} portrait={portrait} size={rowFace} />}
      badges={badge === undefined ? badges : [badge, ...badges]}
    />
  );
}

/** A row for a distribution list, which has no photo. */
export function ListRow({ list, onDetails }: { list: Person; onDetails: (person: Person) => void }) {
  const styles = useStyles();
  const texts = useTexts();
  const glyph = (
    <span className={styles.glyph}>
      <PeopleTeam20Regular />
    </span>
  );
  return <Row person={list} face={glyph} badges={[texts('badge.list')]} onDetails={onDetails} />;
}

/** A row for a group with a photo; without one it is a distribution list. */
export function GroupRow({ list, onDetails }: { list: Person; onDetails: (person: Person) => void }) {
  const portrait = usePicture(list, rowFace);
  const badges = useBadges(list, portrait);
  if (personIn(portrait)?.kind !== 'group') return <ListRow list={list} onDetails={onDetails} />;
  const face = <PortraitFace owner={list} name={list.name || list.address} portrait={portrait} size={rowFace} />;
  return <Row person={list} face={face} badges={badges} onDetails={onDetails} />;
}

interface RowProps extends Omit<PersonRowProps, 'badge'> {
  readonly face: React.ReactNode;
  readonly badges: readonly string[];
}

function Row({ person, part, face, badges, onDetails }: RowProps) {
  const styles = useStyles();
  const name = person.name || person.address;
  return (
    <Button appearance="subtle" className={styles.root} data-person={person.address} onClick={() => onDetails(person)}>
      {face}
      <span className={styles.text}>
        {part && (
          <Text size={200} className={styles.quiet}>
            {part}
          </Text>
        )}
        <Text weight="semibold" className={styles.long} data-name>
          {name}
        </Text>
        {person.address !== name && (
          <Text size={200} className={styles.quiet}>
            {person.address}
          </Text>
        )}
        {badges.length > 0 && (
          <span className={styles.badges}>
            {badges.map((one) => (
              <Badge key={one} appearance="tint" color="informative" size="small">
                {one}
              </Badge>
            ))}
          </span>
        )}
      </span>
    </Button>
  );
}

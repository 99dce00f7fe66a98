import type { Person } from '../../mailbox';
import { Badges } from '../parts/Badges';
import { PeopleIcon } from '../parts/icons';
import { nameOf, personIn, usePicture, useTexts } from '../services';
import { Address } from './Address';
import { useBadges } from './badges';
import { PortraitFace } from './PortraitFace';
import { tooltipOf } from './tooltip';

/** Diameter of the faces in a list, in CSS pixels. */
export const rowFace = 32;

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
  const name = nameOf(person, portrait);
  return (
    <Row
      {...more}
      person={person}
      name={name}
      face={<PortraitFace name={name} portrait={portrait} size={rowFace} />}
      badges={badge === undefined ? badges : [badge, ...badges]}
    />
  );
}

/** A row for a distribution list, which has no photo. */
export function ListRow({ list, onDetails }: { list: Person; onDetails: (person: Person) => void }) {
  const texts = useTexts();
  const glyph = (
    <span className="face face-32 glyph" aria-hidden="true">
      <PeopleIcon />
    </span>
  );
  return <Row person={list} face={glyph} badges={[texts('badge.list')]} onDetails={onDetails} />;
}

/** A row for a group with a photo; without one it is a distribution list. */
export function GroupRow({ list, onDetails }: { list: Person; onDetails: (person: Person) => void }) {
  const portrait = usePicture(list, rowFace);
  const badges = useBadges(list, portrait);
  if (personIn(portrait)?.kind !== 'group') return <ListRow list={list} onDetails={onDetails} />;
  const name = nameOf(list, portrait);
  const face = <PortraitFace name={name} portrait={portrait} size={rowFace} />;
  return <Row person={list} name={name} face={face} badges={badges} onDetails={onDetails} />;
}

interface RowProps extends Omit<PersonRowProps, 'badge'> {
  readonly name?: string;
  readonly face: React.ReactNode;
  readonly badges: readonly string[];
}

function Row({ person, name = person.name || person.address, part, face, badges, onDetails }: RowProps) {
  return (
    <button
      type="button"
      className="row"
      title={tooltipOf(name)}
      data-person={person.address}
      onClick={() => onDetails(person)}
    >
      {face}
      <span className="row-text">
        {part && <span className="quiet">{part}</span>}
        <span className="row-name">
          <span data-name dir="auto">
            {name}
          </span>
          <Badges badges={badges} />
        </span>
        {person.address !== name && (
          <span className="quiet">
            <Address address={person.address} />
          </span>
        )}
      </span>
    </button>
  );
}

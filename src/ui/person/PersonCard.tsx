import { useEffect } from 'react';
import type { Person } from '../../mailbox';
import type { Portrait } from '../../photos';
import { LazyContactsOffer } from '../contacts/LazyContactsOffer';
import { Badges } from '../parts/Badges';
import { markFirstFaceShown } from '../parts/firstFaceShown';
import { LazyErrorMessage } from '../parts/LazyErrorMessage';
import { nameOf, usePortrait, useServices, useTexts, useWanted } from '../services';
import { useBadges } from './badges';
import { CopyAddress } from './CopyAddress';
import { PortraitFace } from './PortraitFace';
import { usePortraitText } from './portraitTexts';
import { tooltipOf } from './tooltip';

/** Diameter of the large face, in CSS pixels. */
export const cardFace = 96;

interface PersonCardProps {
  readonly person: Person;
  /** The person's part in the item, such as "From". */
  readonly part?: string;
  readonly onDetails: (person: Person) => void;
}

/** One person, large: photo, or initials and the reason in words; name, address, badges. */
export function PersonCard(props: PersonCardProps) {
  return <PortraitCard {...props} portrait={usePortrait(props.person, cardFace)} />;
}

/** The same for a portrait that the screen around it watches. */
export function PortraitCard({ person, part, portrait, onDetails }: PersonCardProps & { readonly portrait: Portrait }) {
  const texts = useTexts();
  const { library } = useServices();
  // Also where the screen around it watches the photo: the effects of a list beside it run before the screen's.
  useWanted(person, cardFace);
  const name = nameOf(person, portrait);
  useEffect(() => {
    if (portrait.status !== 'loading') markFirstFaceShown();
  }, [portrait.status]);
  return (
    <section className="card" aria-label={name}>
      {/* Covers the card. Not around it: the address in it is a button too. */}
      <button
        type="button"
        className="card-open"
        title={tooltipOf(name)}
        aria-label={texts('message.detailsOf', { name })}
        onClick={() => onDetails(person)}
      />
      <PortraitFace name={name} portrait={portrait} size={cardFace} />
      <div className="card-text">
        {part && <span className="quiet">{part}</span>}
        <h2 data-name dir="auto">
          {name}
        </h2>
        {person.address !== name && <CopyAddress key={person.address} address={person.address} />}
        <Badges badges={useBadges(person, portrait)} />
        <p className="quiet" role="status">
          {usePortraitText(portrait)}
        </p>
      </div>
      <div className="card-more">
        {portrait.status === 'failed' && (
          <LazyErrorMessage error={portrait.error} onRetry={() => library.rereadFailed()} />
        )}
        <LazyContactsOffer portrait={portrait} />
      </div>
    </section>
  );
}

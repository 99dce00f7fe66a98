import { Badge, Button, makeStyles, Subtitle1, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect } from 'react';
import type { Person } from '../../mailbox';
import type { Portrait } from '../../photos';
import { markFirstFaceShown } from '../parts/firstFaceShown';
import { LazyContactsOffer } from '../contacts/LazyContactsOffer';
import { LazyErrorMessage } from '../parts/LazyErrorMessage';
import { usePortrait, useServices, useTexts, useWanted } from '../services';
import { useBadges } from './badges';
import { PortraitFace } from './PortraitFace';
import { usePortraitText } from './portraitTexts';

/** Diameter of the large face, in CSS pixels. */
export const cardFace = 120;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalL}`,
  },
  names: { display: 'flex', flexDirection: 'column', alignItems: 'center', maxWidth: '100%' },
  // Fluent aligns wrapped lines to the start.
  name: { overflowWrap: 'anywhere', margin: 0, textAlign: 'center' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', textAlign: 'center' },
  badges: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalXS },
  // Keeps its height when the text goes, so that nothing below moves.
  reason: { minHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2, textAlign: 'center' },
});

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
  const styles = useStyles();
  const texts = useTexts();
  const { library } = useServices();
  // Also where the screen around it watches the photo: the effects of a list beside it run before the screen's.
  useWanted(person, cardFace);
  const name = person.name || person.address;
  useEffect(() => {
    if (portrait.status !== 'loading') markFirstFaceShown();
  }, [portrait.status]);
  return (
    <section className={styles.root} aria-label={name}>
      <PortraitFace owner={person} name={name} portrait={portrait} size={cardFace} />
      <div className={styles.names}>
        {part && <Text className={styles.quiet}>{part}</Text>}
        <Subtitle1 as="h2" className={styles.name} data-name>
          {name}
        </Subtitle1>
        {person.address !== name && <Text className={styles.quiet}>{person.address}</Text>}
      </div>
      <Badges badges={useBadges(person, portrait)} />
      <Text className={styles.reason} role="status">
        {usePortraitText(portrait)}
      </Text>
      {portrait.status === 'failed' && (
        <LazyErrorMessage error={portrait.error} onRetry={() => library.rereadFailed()} />
      )}
      <LazyContactsOffer portrait={portrait} />
      <Button aria-label={texts('message.detailsOf', { name })} onClick={() => onDetails(person)}>
        {texts('message.details')}
      </Button>
    </section>
  );
}

function Badges({ badges }: { badges: readonly string[] }) {
  const styles = useStyles();
  if (badges.length === 0) return null;
  return (
    <div className={styles.badges}>
      {badges.map((one) => (
        <Badge key={one} appearance="tint" color="informative">
          {one}
        </Badge>
      ))}
    </div>
  );
}

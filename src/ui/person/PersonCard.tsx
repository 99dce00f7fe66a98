import { Badge, Button, makeStyles, Subtitle1, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect } from 'react';
import type { Person } from '../../mailbox';
import type { PhotoOwner, Portrait } from '../../photos';
import { Face, type FaceSize } from './Face';
import { markFirstFaceShown, lazyPart, type ReloadProps } from '../parts/lazyPart';
import type { ErrorMessageProps } from '../parts/ErrorMessage';
import { useOwner, usePortrait, useServices, useWords } from '../services';
import { troubleOf } from '../parts/errorTexts';

// Most faces come without trouble. Where its code cannot be had, the connection most likely is the trouble.
export const ErrorMessage = lazyPart(() => import('../parts/ErrorMessage'), undefined, PlainErrorMessage);

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
  // Texts of several lines: Fluent's own stand at the start of theirs.
  long: { overflowWrap: 'anywhere', margin: 0, textAlign: 'center' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', textAlign: 'center' },
  badges: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalXS },
  // The line keeps its height while the photo is looked for.
  reason: { minHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2, textAlign: 'center' },
});

interface PersonCardProps {
  readonly person: Person;
  /** What the person is to the item, such as "From". */
  readonly part?: string;
  readonly onDetails: (person: Person) => void;
}

/** Somebody, large: photo or initials with the reason in words, name, address, badges. */
export function PersonCard({ person, part, onDetails }: PersonCardProps) {
  const styles = useStyles();
  const words = useWords();
  const { portraits } = useServices();
  const owner = useOwner(person);
  const portrait = usePortrait(owner, cardFace);
  const name = person.name || person.address;
  useEffect(() => {
    if (portrait.status !== 'loading') markFirstFaceShown();
  }, [portrait.status]);
  return (
    <section className={styles.root} aria-label={name}>
      <PortraitFace owner={owner} name={name} portrait={portrait} size={cardFace} />
      <div className={styles.names}>
        {part && <Text className={styles.quiet}>{part}</Text>}
        <Subtitle1 as="h2" className={styles.long} data-name>
          {name}
        </Subtitle1>
        {person.address !== name && <Text className={styles.quiet}>{person.address}</Text>}
      </div>
      <Badges mine={owner === 'me'} portrait={portrait} />
      <Text className={styles.reason} role="status">
        {useReason(portrait)}
      </Text>
      {portrait.status === 'failed' && <ErrorMessage error={portrait.error} onRetry={() => portraits.rereadFailed()} />}
      <Button aria-label={words('message.detailsOf', { name })} onClick={() => onDetails(person)}>
        {words('message.details')}
      </Button>
    </section>
  );
}

interface PortraitFaceProps {
  readonly owner: PhotoOwner;
  readonly name: string;
  readonly portrait: Portrait;
  readonly size: FaceSize;
}

/** The face that a portrait has to show. A copy that was damaged on this machine is read anew. */
export function PortraitFace({ owner, name, portrait, size }: PortraitFaceProps) {
  const { portraits } = useServices();
  const isKept = portrait.status === 'photo' && portrait.source === 'kept';
  return (
    <Face
      name={name}
      picture={pictureOf(portrait)}
      size={size}
      {...(isKept && { onBroken: () => portraits.reread(owner) })}
    />
  );
}

function Badges({ mine, portrait }: { mine: boolean; portrait: Portrait }) {
  const styles = useStyles();
  const words = useWords();
  const outside = isOutside(portrait);
  if (!mine && !outside) return null;
  return (
    <div className={styles.badges}>
      {mine && (
        <Badge appearance="tint" color="brand">
          {words('badge.you')}
        </Badge>
      )}
      {outside && (
        <Badge appearance="tint" color="informative">
          {words('badge.outside')}
        </Badge>
      )}
    </div>
  );
}

/** The picture that a portrait has to show, if any: an older one is better than none while the service is away. */
function pictureOf(portrait: Portrait): Blob | null {
  if (portrait.status === 'photo') return portrait.picture;
  if (portrait.status === 'failed' && portrait.stale?.kind === 'photo') return portrait.stale.picture;
  return null;
}

/** The organisation does not know this person, also where that could not be asked again. */
export function isOutside(portrait: Portrait): boolean {
  const absence = portrait.status === 'failed' ? portrait.stale : portrait;
  return absence !== null && 'reason' in absence && absence.reason === 'notInDirectory';
}

/** In words: why there is no photo, or that it is looked for; nothing where a photo speaks for itself. */
export function useReason(portrait: Portrait): string {
  const words = useWords();
  switch (portrait.status) {
    case 'loading':
      return words('photo.looking');
    case 'none':
      return words(`none.${portrait.reason}`);
    case 'failed':
      if (portrait.stale?.kind === 'none') return words(`none.${portrait.stale.reason}`);
      return portrait.stale ? words('photo.stale', { when: words.moment(portrait.stale.readAt) }) : '';
    case 'photo':
      return '';
  }
}

/** The same words without the looks. */
function PlainErrorMessage({ error, onRetry, onReload }: ErrorMessageProps & ReloadProps) {
  const words = useWords();
  const retry = (): void => {
    onReload();
    onRetry();
  };
  return (
    <>
      <Text role="status">{troubleOf(error, words, false).text}</Text>
      <Button onClick={retry}>{words('action.retry')}</Button>
    </>
  );
}

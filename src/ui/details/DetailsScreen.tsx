import { Button, makeStyles, Subtitle2, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { useEffect, useRef } from 'react';
import type { Person, Recipient } from '../../mailbox';
import type { Addressee, PhotoMetadata, Portrait } from '../../photos';
import { CopyDiagnosis } from './CopyDiagnosis';
import { LazyContactsOffer } from '../contacts/LazyContactsOffer';
import { FactList } from '../parts/FactList';
import ErrorMessage from '../parts/ErrorMessage';
import { useBadges } from '../person/badges';
import { cardFace } from '../person/PersonCard';
import { PortraitFace } from '../person/PortraitFace';
import { usePortraitText } from '../person/portraitTexts';
import { usePortrait, useServices, useSizes, useTexts } from '../services';
import { CopyPicture } from './CopyPicture';
import { SavePicture } from './SavePicture';
import type { Texts } from '../texts/texts';

/** Diameter of the largest circle that Outlook draws a photo in, in CSS pixels. */
const largestDrawn = 96;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXL}`,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, marginInlineStart: '-8px' },
  person: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  names: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface DetailsScreenProps {
  readonly person: Person;
  readonly onBack: () => void;
}

/** All that the service returns about one person's photo. */
export default function DetailsScreen({ person, onBack }: DetailsScreenProps) {
  const styles = useStyles();
  const texts = useTexts();
  const { readsGroups } = useServices();
  const name = person.name || person.address;
  const back = useRef<HTMLDivElement>(null);
  // The button that opened this screen is hidden now, so the focus moves here.
  useEffect(() => back.current?.querySelector('button')?.focus(), []);
  return (
    <section className={styles.root} aria-label={texts('details.of', { name })}>
      <div className={styles.head} ref={back}>
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={texts('action.back')} onClick={onBack} />
        <Subtitle2 as="h2" className={styles.title}>
          {texts('details.title')}
        </Subtitle2>
      </div>
      {isList(person) && !readsGroups ? (
        <>
          <Names person={person} badges={[]} />
          <Text>{texts('details.list')}</Text>
        </>
      ) : (
        <PhotoDetails person={person} name={name} />
      )}
    </section>
  );
}

function isList(person: Person | Recipient): boolean {
  return 'isList' in person && person.isList;
}

function Names({ person, badges }: { person: Person; badges: readonly string[] }) {
  const styles = useStyles();
  return (
    <div className={styles.names}>
      <Text weight="semibold" data-name>
        {person.name || person.address}
      </Text>
      <Text size={200} className={styles.quiet}>
        {[person.address, ...badges].join(' · ')}
      </Text>
    </div>
  );
}

function PhotoDetails({ person, name }: { person: Person; name: string }) {
  const styles = useStyles();
  const texts = useTexts();
  const { library, mailbox } = useServices();
  const portrait = usePortrait(person, cardFace);
  const reason = usePortraitText(portrait);
  const badges = useBadges(person, portrait);
  const readAgain = (): void => {
    library.reread(person);
    mailbox.rereadSelection();
  };
  return (
    <>
      <div className={styles.person}>
        <PortraitFace owner={person} name={name} portrait={portrait} size={48} />
        <Names person={person} badges={badges} />
      </div>
      <Text role="status">{reason || <Sharpness portrait={portrait} />}</Text>
      {portrait.status === 'failed' && (
        <ErrorMessage hasDiagnosis error={portrait.error} onRetry={() => library.reread(person)} />
      )}
      <LazyContactsOffer portrait={portrait} />
      {portrait.status === 'photo' && portrait.metadata && (
        <PhotoFacts portrait={portrait} metadata={portrait.metadata} owner={person} />
      )}
      {portrait.status === 'none' && <FactList facts={freshness(texts, portrait)} />}
      <div className={styles.actions}>
        <Button onClick={readAgain}>{texts('action.readAgain')}</Button>
        {portrait.status === 'photo' && <SavePicture picture={portrait.picture} name={name} />}
        <CopyDiagnosis person={person} portrait={portrait} />
        {portrait.status === 'photo' && <CopyPicture key={portrait.readAt} picture={portrait.picture} />}
      </div>
    </>
  );
}

/** The size up to which the photo is sharp, with a warning where Outlook draws it larger. */
function Sharpness({ portrait }: { portrait: Portrait }) {
  const texts = useTexts();
  if (portrait.status !== 'photo' || !portrait.metadata) return null;
  const pixels = Math.min(portrait.metadata.width, portrait.metadata.height);
  const needed = Math.ceil(largestDrawn * window.devicePixelRatio);
  const blurred = pixels < needed ? ` ${texts('details.blurred', { needed })}` : '';
  return <>{texts('details.sharp', { pixels }) + blurred}</>;
}

interface PhotoFactsProps {
  readonly portrait: Extract<Portrait, { status: 'photo' }>;
  readonly metadata: PhotoMetadata;
  readonly owner: Addressee;
}

function PhotoFacts({ portrait, metadata, owner }: PhotoFactsProps) {
  const texts = useTexts();
  const { picture } = portrait;
  const { contentType, width, height, id, eTag } = metadata;
  return (
    <FactList
      facts={[
        [texts('details.type'), contentType],
        [texts('details.size'), texts('details.sizeValue', { width, height })],
        [texts('details.id'), id],
        [texts('details.eTag'), eTag ?? texts('photo.noETag')],
        [texts('details.bytes'), texts('details.bytesValue', { bytes: texts.number(picture.size) })],
        [texts('details.sizes'), <SizeList key="sizes" owner={owner} />],
        ...freshness(texts, portrait),
      ]}
    />
  );
}

/** When the answer was read, and where it came from. */
function freshness(
  texts: Texts,
  { readAt, source }: Extract<Portrait, { status: 'photo' | 'none' }>,
): readonly (readonly [string, string])[] {
  return [
    [texts('details.read'), texts.moment(readAt)],
    [texts('details.source'), texts(`details.source.${source}`)],
  ];
}

function SizeList({ owner }: { owner: Addressee }) {
  const texts = useTexts();
  const sizes = useSizes(owner);
  if (sizes.status === 'loading') return <>{texts('details.sizesReading')}</>;
  if (sizes.status === 'failed') return <>{texts('details.sizesFailed')}</>;
  return <>{sizes.sizes.map(sizeText).join(', ')}</>;
}

function sizeText({ width, height }: PhotoMetadata): string {
  // Non-breaking spaces keep a size on one line.
  return `${width}\u00a0×\u00a0${height}`;
}

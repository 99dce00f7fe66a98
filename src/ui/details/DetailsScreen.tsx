import { Button, makeStyles, Subtitle2, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { useEffect, useRef } from 'react';
import type { Person, Recipient } from '../../mailbox';
import type { PhotoMetadata, PhotoOwner, Portrait } from '../../photos';
import { CopyDiagnosis } from './CopyDiagnosis';
import { FactList } from '../parts/FactList';
import ErrorMessage from '../parts/ErrorMessage';
import { cardFace } from '../person/PersonCard';
import { PortraitFace } from '../person/PortraitFace';
import { usePortraitText } from '../person/portraitTexts';
import { useOwner, usePortrait, useServices, useSizes, useWords } from '../services';
import { CopyPicture } from './CopyPicture';
import { SavePicture } from './SavePicture';
import type { Words } from '../words';

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
  const words = useWords();
  const name = person.name || person.address;
  const back = useRef<HTMLDivElement>(null);
  // The button that opened this screen is hidden now, so the focus moves here.
  useEffect(() => back.current?.querySelector('button')?.focus(), []);
  return (
    <section className={styles.root} aria-label={words('details.of', { name })}>
      <div className={styles.head} ref={back}>
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={words('action.back')} onClick={onBack} />
        <Subtitle2 as="h2" className={styles.title}>
          {words('details.title')}
        </Subtitle2>
      </div>
      {isList(person) ? (
        <>
          <Names person={person} />
          <Text>{words('details.list')}</Text>
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

function Names({ person }: { person: Person }) {
  const styles = useStyles();
  return (
    <div className={styles.names}>
      <Text weight="semibold" data-name>
        {person.name || person.address}
      </Text>
      <Text size={200} className={styles.quiet}>
        {person.address}
      </Text>
    </div>
  );
}

function PhotoDetails({ person, name }: { person: Person; name: string }) {
  const styles = useStyles();
  const words = useWords();
  const { portraits } = useServices();
  const owner = useOwner(person);
  const portrait = usePortrait(owner, cardFace);
  const reason = usePortraitText(portrait);
  return (
    <>
      <div className={styles.person}>
        <PortraitFace owner={owner} name={name} portrait={portrait} size={48} />
        <Names person={person} />
      </div>
      <Text role="status">{reason || <Sharpness portrait={portrait} />}</Text>
      {portrait.status === 'failed' && <ErrorMessage error={portrait.error} onRetry={() => portraits.reread(owner)} />}
      {portrait.status === 'photo' && portrait.metadata && (
        <PhotoFacts portrait={portrait} metadata={portrait.metadata} owner={owner} />
      )}
      {portrait.status === 'none' && <FactList facts={freshness(words, portrait)} />}
      <div className={styles.actions}>
        <Button onClick={() => portraits.reread(owner)}>{words('action.readAgain')}</Button>
        {portrait.status === 'photo' && <SavePicture picture={portrait.picture} name={name} />}
        <CopyDiagnosis person={person} owner={owner} portrait={portrait} />
        {portrait.status === 'photo' && <CopyPicture key={portrait.readAt} picture={portrait.picture} />}
      </div>
    </>
  );
}

/** The size up to which the photo is sharp, with a warning where Outlook draws it larger. */
function Sharpness({ portrait }: { portrait: Portrait }) {
  const words = useWords();
  if (portrait.status !== 'photo' || !portrait.metadata) return null;
  const pixels = Math.min(portrait.metadata.width, portrait.metadata.height);
  const needed = Math.ceil(largestDrawn * window.devicePixelRatio);
  const blurred = pixels < needed ? ` ${words('details.blurred', { needed })}` : '';
  return <>{words('details.sharp', { pixels }) + blurred}</>;
}

interface PhotoFactsProps {
  readonly portrait: Extract<Portrait, { status: 'photo' }>;
  readonly metadata: PhotoMetadata;
  readonly owner: PhotoOwner;
}

function PhotoFacts({ portrait, metadata, owner }: PhotoFactsProps) {
  const words = useWords();
  const { picture } = portrait;
  const { contentType, width, height, id, eTag } = metadata;
  return (
    <FactList
      facts={[
        [words('details.type'), contentType],
        [words('details.size'), words('details.sizeValue', { width, height })],
        [words('details.id'), id],
        [words('details.eTag'), eTag ?? words('details.noETag')],
        [words('details.bytes'), words('details.bytesValue', { bytes: picture.size })],
        [words('details.sizes'), <SizeList key="sizes" owner={owner} />],
        ...freshness(words, portrait),
      ]}
    />
  );
}

/** When the answer was read, and where it came from. */
function freshness(
  words: Words,
  { readAt, source }: Extract<Portrait, { status: 'photo' | 'none' }>,
): readonly (readonly [string, string])[] {
  return [
    [words('details.read'), words.moment(readAt)],
    [words('details.source'), words(`details.source.${source}`)],
  ];
}

function SizeList({ owner }: { owner: PhotoOwner }) {
  const words = useWords();
  const sizes = useSizes(owner);
  if (sizes.status === 'loading') return <>{words('details.sizesReading')}</>;
  if (sizes.status === 'failed') return <>{words('details.sizesFailed')}</>;
  return <>{sizes.sizes.map(sizeText).join(', ')}</>;
}

function sizeText({ width, height }: PhotoMetadata): string {
  // Non-breaking spaces keep a size on one line.
  return `${width}\u00a0×\u00a0${height}`;
}

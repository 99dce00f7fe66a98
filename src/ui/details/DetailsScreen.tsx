import { makeStyles, Text } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Person, Recipient } from '../../mailbox';
import { LazyContactsOffer } from '../contacts/LazyContactsOffer';
import { Badges } from '../parts/Badges';
import ErrorMessage from '../parts/ErrorMessage';
import { ScreenHead } from '../parts/ScreenHead';
import { Address } from '../person/Address';
import { useBadges } from '../person/badges';
import { cardFace } from '../person/PersonCard';
import { PortraitFace } from '../person/PortraitFace';
import { tooltipOf } from '../person/tooltip';
import { nameOf, usePortrait, useServices, useTexts } from '../services';
import { CopyDiagnosis } from './CopyDiagnosis';
import { PhotoActions } from './PhotoActions';
import { PhotoSummary } from './PhotoSummary';
import { TechnicalDetails } from './TechnicalDetails';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXL}`,
  },
  person: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: tokens.spacingVerticalS },
  names: { display: 'flex', flexDirection: 'column', maxWidth: '100%', overflowWrap: 'anywhere' },
  // Fluent aligns wrapped lines to the start.
  name: { textAlign: 'center' },
  quiet: { textAlign: 'center', color: tokens.colorNeutralForeground2 },
  more: {
    padding: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    // In line with the texts of the buttons.
    '& > [role="status"]': { display: 'block', paddingInline: tokens.spacingHorizontalS },
  },
});

interface DetailsScreenProps {
  readonly person: Person;
  readonly onBack: () => void;
}

/** One person's photo: what it is in plain words and what can be done with it, then what the service returns about it. */
export default function DetailsScreen(props: DetailsScreenProps) {
  const { readsGroups } = useServices();
  return isList(props.person) && !readsGroups ? <ListDetails {...props} /> : <PhotoDetails {...props} />;
}

function isList(person: Person | Recipient): boolean {
  return 'isList' in person && person.isList;
}

function ListDetails({ person, onBack }: DetailsScreenProps) {
  const texts = useTexts();
  const name = person.name || person.address;
  return (
    <Details name={name} onBack={onBack}>
      <Names name={name} address={person.address} badges={[]} />
      <Text align="center">{texts('details.list')}</Text>
    </Details>
  );
}

interface DetailsProps extends Pick<DetailsScreenProps, 'onBack'> {
  readonly name: string;
  readonly children: ReactNode;
}

/** The screen around the details. */
function Details({ name, onBack, children }: DetailsProps) {
  const styles = useStyles();
  const texts = useTexts();
  const root = useRef<HTMLElement>(null);
  // The button that opened this screen is hidden now, so the focus moves here.
  useEffect(() => root.current?.querySelector('button')?.focus(), []);
  return (
    <section ref={root} className={styles.root} aria-label={texts('details.of', { name })}>
      <ScreenHead title={texts('details.title')} onBack={onBack} />
      {children}
    </section>
  );
}

interface NamesProps {
  readonly name: string;
  readonly address: string;
  readonly badges: readonly string[];
  readonly children?: ReactNode;
}

/** The name, the address and the badges, below the face. */
function Names({ name, address, badges, children }: NamesProps) {
  const styles = useStyles();
  return (
    <div className={styles.person}>
      {children}
      <div className={styles.names}>
        <Text size={500} weight="semibold" className={styles.name} title={tooltipOf(name)} dir="auto" data-name>
          {name}
        </Text>
        {address !== name && (
          <Text className={styles.quiet}>
            <Address address={address} />
          </Text>
        )}
      </div>
      <Badges badges={badges} />
    </div>
  );
}

function PhotoDetails({ person, onBack }: DetailsScreenProps) {
  const styles = useStyles();
  const { library, mailbox } = useServices();
  const portrait = usePortrait(person, cardFace);
  const name = nameOf(person, portrait);
  const badges = useBadges(person, portrait);
  const photo = portrait.status === 'photo' ? portrait : null;
  const readAgain = (): void => {
    library.reread(person);
    mailbox.rereadSelection();
  };
  return (
    <Details name={name} onBack={onBack}>
      <Names name={name} address={person.address} badges={badges}>
        <PortraitFace name={name} portrait={portrait} size={96} />
      </Names>
      <PhotoActions name={name} picture={photo?.picture ?? null} onReadAgain={readAgain} />
      {portrait.status === 'failed' && (
        <ErrorMessage hasDiagnosis error={portrait.error} onRetry={() => library.reread(person)} />
      )}
      <PhotoSummary portrait={portrait} />
      <LazyContactsOffer portrait={portrait} />
      <div className={styles.more}>
        {photo?.metadata && <TechnicalDetails owner={person} picture={photo.picture} metadata={photo.metadata} />}
        <CopyDiagnosis person={person} portrait={portrait} />
      </div>
    </Details>
  );
}

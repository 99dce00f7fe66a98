import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { useId } from 'react';
import { observable } from '../../base';
import type { Addressee, PhotoMetadata } from '../../photos';
import { FactList } from '../parts/FactList';
import { useObservable, useSizes, useTexts } from '../services';

const useStyles = makeStyles({
  button: { justifyContent: 'space-between', width: '100%', paddingInline: tokens.spacingHorizontalS },
  chevron: { display: 'flex', transitionProperty: 'transform', transitionDuration: tokens.durationFast },
  up: { transform: 'rotate(180deg)' },
  facts: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalM}` },
});

/** Whether the facts are open, for every person while the pane is open. */
const isOpenInPane = observable(false);

interface TechnicalDetailsProps {
  readonly owner: Addressee;
  readonly picture: Blob;
  readonly metadata: PhotoMetadata;
}

/** What the service returns about a photo, behind a button; closed at first. */
export function TechnicalDetails(props: TechnicalDetailsProps) {
  const styles = useStyles();
  const texts = useTexts();
  const id = useId();
  const isOpen = useObservable(isOpenInPane);
  return (
    <>
      <Button
        appearance="subtle"
        className={styles.button}
        iconPosition="after"
        icon={<ChevronDown20Regular className={mergeClasses(styles.chevron, isOpen && styles.up)} />}
        aria-expanded={isOpen}
        {...(isOpen && { 'aria-controls': id })}
        onClick={() => isOpenInPane.set(!isOpen)}
      >
        {texts('details.technical')}
      </Button>
      {isOpen && (
        <div id={id} className={styles.facts}>
          <PhotoFacts {...props} />
        </div>
      )}
    </>
  );
}

function PhotoFacts({ owner, picture, metadata }: TechnicalDetailsProps) {
  const texts = useTexts();
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
      ]}
    />
  );
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

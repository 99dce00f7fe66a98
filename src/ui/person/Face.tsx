import { Avatar, makeStyles, mergeClasses } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useLayoutEffect, useRef, useState } from 'react';
import { releaseObjectUrl, acquireObjectUrl } from './objectUrls';

/** Diameter of a face, in CSS pixels; the sizes are those of Fluent's Avatar. */
export type FaceSize = 32 | 40 | 48 | 96 | 120;

interface FaceProps {
  readonly name: string;
  /** Null: initials. */
  readonly picture: Blob | null;
  readonly size: FaceSize;
  /** The picture cannot be decoded; initials are drawn. */
  readonly onBroken?: () => void;
}

const useStyles = makeStyles({
  frame: { flexShrink: 0, borderRadius: tokens.borderRadiusCircular, overflow: 'hidden', position: 'relative' },
  32: { width: '32px', height: '32px' },
  40: { width: '40px', height: '40px' },
  48: { width: '48px', height: '48px' },
  96: { width: '96px', height: '96px' },
  120: { width: '120px', height: '120px' },
  picture: { width: '100%', height: '100%', objectFit: 'cover', display: 'block' },
});

/**
 * A round photo, or initials of the same size, so that nothing moves when the photo comes. Hidden from screen readers: the
 * name is beside it as text.
 */
export function Face({ name, picture, size, onBroken }: FaceProps) {
  const styles = useStyles();
  const [broken, setBroken] = useState<Blob | null>(null);
  const handleBroken = (): void => {
    setBroken(picture);
    onBroken?.();
  };
  return (
    <span className={mergeClasses(styles.frame, styles[size])} aria-hidden="true">
      {picture && picture !== broken ? (
        <Picture picture={picture} onBroken={handleBroken} />
      ) : (
        <Avatar name={name} size={size} color="colorful" />
      )}
    </span>
  );
}

function Picture({ picture, onBroken }: { picture: Blob; onBroken: () => void }) {
  const styles = useStyles();
  const image = useRef<HTMLImageElement>(null);
  // Before the paint, so that another person's picture is never drawn beside this name.
  useLayoutEffect(() => {
    if (image.current) image.current.src = acquireObjectUrl(picture);
    return () => releaseObjectUrl(picture);
  }, [picture]);
  return <img ref={image} className={styles.picture} alt="" draggable={false} onError={onBroken} />;
}

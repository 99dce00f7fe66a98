import { Avatar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

/** Diameters that Fluent's Avatar draws, in CSS pixels; faces keep to them. */
export type FaceSize = 48 | 120;

interface FaceProps {
  readonly name: string;
  /** Null: initials. */
  readonly picture: Blob | null;
  readonly size: FaceSize;
}

const useStyles = makeStyles({
  frame: { flexShrink: 0, borderRadius: tokens.borderRadiusCircular, overflow: 'hidden', position: 'relative' },
  48: { width: '48px', height: '48px' },
  120: { width: '120px', height: '120px' },
  picture: { width: '100%', height: '100%', objectFit: 'cover', display: 'block' },
});

/** A round photo, or initials. Its place is the same with either, so that nothing jumps. */
export function Face({ name, picture, size }: FaceProps) {
  const styles = useStyles();
  const address = useAddressOf(picture);
  return (
    <span className={mergeClasses(styles.frame, styles[size])}>
      {address ? (
        <img className={styles.picture} src={address} alt={name} draggable={false} />
      ) : (
        <Avatar name={name} size={size} color="colorful" />
      )}
    </span>
  );
}

/** An address for the picture that lives as long as it is drawn. */
function useAddressOf(picture: Blob | null): string | null {
  const [made, setMade] = useState<{ picture: Blob; address: string } | null>(null);
  useEffect(() => {
    if (!picture) return;
    const address = URL.createObjectURL(picture);
    setMade({ picture, address });
    return () => URL.revokeObjectURL(address);
  }, [picture]);
  // The address of the picture before must not be drawn under the name of now.
  return made && made.picture === picture ? made.address : null;
}

import { useLayoutEffect, useRef } from 'react';
import { PersonIcon } from '../parts/icons';
import { initialColor, initialsOf } from './initials';
import { releaseObjectUrl, acquireObjectUrl } from './objectUrls';

/** Diameter of a face, in CSS pixels. */
export type FaceSize = 32 | 40 | 48 | 96 | 120;

interface FaceProps {
  readonly name: string;
  /** Null: initials. */
  readonly picture: Blob | null;
  readonly size: FaceSize;
}

/**
 * A round photo, or initials of the same size, so that nothing moves when the photo comes. Hidden from screen readers: the
 * name is beside it as text.
 */
export function Face({ name, picture, size }: FaceProps) {
  return (
    <span className={`face face-${size}`} aria-hidden="true">
      {picture ? (
        <Picture picture={picture} />
      ) : (
        <span className="initials" data-color={initialColor(name)}>
          {initialsOf(name) || <PersonIcon />}
        </span>
      )}
    </span>
  );
}

function Picture({ picture }: { picture: Blob }) {
  const image = useRef<HTMLImageElement>(null);
  // Before the paint, so that another person's picture is never drawn beside this name.
  useLayoutEffect(() => {
    if (image.current) image.current.src = acquireObjectUrl(picture).url;
    return () => releaseObjectUrl(picture);
  }, [picture]);
  return <img ref={image} alt="" draggable={false} />;
}

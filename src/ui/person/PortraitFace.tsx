import type { PhotoOwner, Portrait } from '../../photos';
import { useServices } from '../services';
import { Face, type FaceSize } from './Face';

interface PortraitFaceProps {
  readonly owner: PhotoOwner;
  readonly name: string;
  readonly portrait: Portrait;
  readonly size: FaceSize;
}

/** The face of a portrait. A cached picture that cannot be decoded is read again. */
export function PortraitFace({ owner, name, portrait, size }: PortraitFaceProps) {
  const { portraits } = useServices();
  const isCached = portrait.status === 'photo' && portrait.source === 'kept';
  return (
    <Face
      name={name}
      picture={pictureOf(portrait)}
      size={size}
      {...(isCached && { onBroken: () => portraits.reread(owner) })}
    />
  );
}

/** The picture to draw, or null; a stale one while the service fails. */
function pictureOf(portrait: Portrait): Blob | null {
  if (portrait.status === 'photo') return portrait.picture;
  if (portrait.status === 'failed' && portrait.stale?.kind === 'photo') return portrait.stale.picture;
  return null;
}

import type { Addressee, Portrait } from '../../photos';
import { useServices } from '../services';
import { Face, type FaceSize } from './Face';

interface PortraitFaceProps {
  readonly owner: Addressee;
  readonly name: string;
  readonly portrait: Portrait;
  readonly size: FaceSize;
}

/** The face of a portrait. A cached picture that cannot be decoded is read again. */
export function PortraitFace({ owner, name, portrait, size }: PortraitFaceProps) {
  const { library } = useServices();
  const isCached = portrait.status === 'photo' && portrait.source === 'cache';
  return (
    <Face
      name={name}
      picture={pictureOf(portrait)}
      size={size}
      {...(isCached && { onBroken: () => library.reread(owner) })}
    />
  );
}

/** The picture to draw, or null; a stale one while the service fails. */
function pictureOf(portrait: Portrait): Blob | null {
  if (portrait.status === 'photo') return portrait.picture;
  if (portrait.status !== 'failed' || portrait.stale?.result.kind !== 'photo') return null;
  return portrait.stale.result.picture;
}

import type { Portrait } from '../../photos';
import { Face, type FaceSize } from './Face';

interface PortraitFaceProps {
  readonly name: string;
  readonly portrait: Portrait;
  readonly size: FaceSize;
}

/** The face of a portrait. */
export function PortraitFace({ name, portrait, size }: PortraitFaceProps) {
  return <Face name={name} picture={pictureOf(portrait)} size={size} />;
}

/** The picture to draw, or null; a stale one while the service fails. */
function pictureOf(portrait: Portrait): Blob | null {
  if (portrait.status === 'photo') return portrait.picture;
  if (portrait.status !== 'failed' || portrait.stale?.result.kind !== 'photo') return null;
  return portrait.stale.result.picture;
}

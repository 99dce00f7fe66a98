import type { Box } from '../cut';
import { weightsOf, type Weights } from './network';
import { networkFaces, type NetworkFace } from './networkFaces';
import { platformFaces } from './platformFaces';

/**
 * The sides to which the picture is scaled for the network, in pixels. The smaller finds most faces of portraits; the larger
 * takes three times as long, and finds small ones.
 */
const sides = [224, 416] as const;

/** A face that is taken without a second look. */
const certain = 0.5;

/** A face that is taken after it: a wrong one moves the cut, which a person may correct. */
const likely = 0.2;

let weights: Weights | null = null;

/** The most prominent face of a picture; null where none is found. @throws TypeError where the weights do not load. */
export async function findFace(picture: ImageBitmap): Promise<Box | null> {
  const [largest] = [...(await platformFaces(picture))].sort((one, other) => other.width - one.width);
  if (largest) return largest;
  weights ??= await loadWeights();
  const scale = Math.max(picture.width, picture.height);
  const face = search(picture, weights);
  return face && { x: face.x * scale, y: face.y * scale, width: face.width * scale, height: face.height * scale };
}

async function loadWeights(): Promise<Weights> {
  const address = new URL('@vladmandic/face-api/model/tiny_face_detector_model.bin', import.meta.url);
  const response = await fetch(address);
  if (!response.ok) throw new TypeError('The weights did not load');
  return weightsOf(new Uint8Array(await response.arrayBuffer()));
}

function search(picture: ImageBitmap, known: Weights): NetworkFace | null {
  let best: NetworkFace | null = null;
  for (const side of sides) {
    for (const face of networkFaces(squareOf(picture, side), known)) {
      if (face.score >= likely && (!best || prominence(face) > prominence(best))) best = face;
    }
    if (best && best.score >= certain) break;
  }
  return best;
}

/** Large and certain: in a picture of several people the one in front. */
function prominence({ width, score }: NetworkFace): number {
  return width * score;
}

/** The picture in the left top corner of a black square. */
function squareOf(picture: ImageBitmap, side: number): ImageData {
  const context = new OffscreenCanvas(side, side).getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('No canvas to draw on');
  const scale = side / Math.max(picture.width, picture.height);
  context.imageSmoothingQuality = 'medium';
  context.drawImage(picture, 0, 0, picture.width * scale, picture.height * scale);
  return context.getImageData(0, 0, side, side);
}

import { cutAround, upperMiddle } from './cut';
import type { WorkerResult } from './protocol';

/** The cut around the most prominent face, whose detector is loaded for it; the upper middle where there is none. */
export async function findCut(picture: ImageBitmap): Promise<WorkerResult> {
  try {
    const { findFace } = await import(/* webpackChunkName: "face-worker" */ './face/findFace');
    const face = await findFace(picture);
    return {
      kind: 'cut',
      cut: { area: face ? cutAround(face, picture) : upperMiddle(picture), hasFace: face !== null },
    };
  } catch (error) {
    // The script is loaded by importScripts, the weights by fetch.
    const isOffline = error instanceof TypeError || (error instanceof DOMException && error.name === 'NetworkError');
    if (isOffline) return { kind: 'notLoaded' };
    throw error;
  }
}

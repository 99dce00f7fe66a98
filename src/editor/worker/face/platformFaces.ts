import type { Box } from '../cut';

interface DetectedFace {
  readonly boundingBox: Box;
}

interface FaceDetector {
  detect(picture: ImageBitmap): Promise<readonly DetectedFace[]>;
}

/** The faces that the detector of the browser finds; none where it has none (Shape Detection API). */
export async function platformFaces(picture: ImageBitmap): Promise<readonly Box[]> {
  const { FaceDetector } = globalThis as { FaceDetector?: new () => FaceDetector };
  if (!FaceDetector) return [];
  try {
    const faces = await new FaceDetector().detect(picture);
    return faces.map(({ boundingBox: { x, y, width, height } }) => ({ x, y, width, height }));
  } catch {
    // The system has no service for it, which only a call shows.
    return [];
  }
}

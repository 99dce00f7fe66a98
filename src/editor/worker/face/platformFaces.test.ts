import { platformFaces } from './platformFaces';

const picture = {} as ImageBitmap;

afterEach(() => void Reflect.deleteProperty(globalThis, 'FaceDetector'));

test('a browser without a detector finds no faces', async () => {
  await expect(platformFaces(picture)).resolves.toEqual([]);
});

/** A browser whose detector answers so. */
function setDetector(detect: () => Promise<unknown>): void {
  Object.assign(globalThis, {
    FaceDetector: class {
      readonly detect = detect;
    },
  });
}

test('the faces of the detector are given as boxes', async () => {
  const box = { x: 1, y: 2, width: 3, height: 4 };
  setDetector(() => Promise.resolve([{ boundingBox: { ...box, top: 2 } }]));
  await expect(platformFaces(picture)).resolves.toEqual([box]);
});

test('a detector whose service the system lacks finds no faces', async () => {
  setDetector(() => Promise.reject(new DOMException('Face detection service unavailable', 'NotSupportedError')));
  await expect(platformFaces(picture)).resolves.toEqual([]);
});

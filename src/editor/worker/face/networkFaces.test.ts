import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { weightsOf } from './network';
import { networkFaces } from './networkFaces';

const folder = 'node_modules/@vladmandic/face-api';
const weights = weightsOf(readFileSync(`${folder}/model/tiny_face_detector_model.bin`));

/** The middles of the faces that are found with a score of at least 0.5, in percent of the side. */
async function middlesIn(file: string, side: number): Promise<readonly (readonly [x: number, y: number])[]> {
  const fitted = sharp(file).resize(side, side, { fit: 'contain', position: 'left top', background: '#000' });
  const data = new Uint8ClampedArray(await fitted.ensureAlpha().raw().toBuffer());
  const certain = networkFaces({ data, width: side }, weights).filter(({ score }) => score >= 0.5);
  return certain.map(({ x, y, width, height }) => [100 * (x + width / 2), 100 * (y + height / 2)]);
}

test('the four faces of a photo of four people are found, and none below them', async () => {
  const faces = [
    [18, 34],
    [40, 26],
    [65, 25],
    [82, 24],
  ] as const;
  const found = await middlesIn(`${folder}/demo/sample6.jpg`, 416);
  const isNear = ([x, y]: readonly [number, number], [left, top]: readonly [number, number]): boolean =>
    Math.hypot(x - left, y - top) < 6;
  expect(faces.filter((face) => !found.some((one) => isNear(one, face)))).toEqual([]);
  // Its boxes may lie between two heads that touch.
  expect(found.filter((one) => one[1] > 45)).toEqual([]);
});

test('no face is found in a picture of one color', () => {
  const gray = new Uint8ClampedArray(224 * 224 * 4).fill(128);
  expect(networkFaces({ data: gray, width: 224 }, weights).filter(({ score }) => score >= 0.2)).toEqual([]);
});

test('weights of another length are rejected', () => {
  expect(() => weightsOf(new Uint8Array(100))).toThrow('Not the weights');
});

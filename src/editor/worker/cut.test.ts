import fc from 'fast-check';
import { cropOf } from './crop';
import { cutAround, upperMiddle, type Box } from './cut';
import type { Size } from './limits';
import type { PictureEdit } from './protocol';

const side = fc.integer({ min: 48, max: 12_000 });
const size = fc.record({ width: side, height: side });
const part = fc.double({ min: 0, max: 1, noNaN: true });

/** A picture with a face that is inside of it. */
const pictureWithFace = size.chain(({ width, height }) =>
  fc.record({ x: part, y: part, width: part, height: part }).map(({ x, y, width: wide, height: high }) => {
    const face = { width: 1 + wide * (width - 1), height: 1 + high * (height - 1) };
    return {
      picture: { width, height },
      face: { x: x * (width - face.width), y: y * (height - face.height), ...face },
    };
  }),
);

/** The area in pixels of the picture. */
function pixelsOf({ x, y, width, height }: PictureEdit['area'], picture: Size): Box {
  const [across, down] = [picture.width / 100, picture.height / 100];
  return { x: x * across, y: y * down, width: width * across, height: height * down };
}

function expectSquareInside(area: PictureEdit['area'], picture: Size): void {
  const cut = pixelsOf(area, picture);
  expect(cut.width).toBeCloseTo(cut.height, 5);
  expect(Math.min(cut.x, cut.y)).toBeGreaterThanOrEqual(0);
  expect(cut.x + cut.width).toBeLessThanOrEqual(picture.width + 1e-6);
  expect(cut.y + cut.height).toBeLessThanOrEqual(picture.height + 1e-6);
}

test.each([
  // picture, face, left, top, side
  [4000, 3000, [1800, 900, 400, 400], [1500, 600, 1000]],
  [4000, 3000, [0, 0, 400, 400], [0, 0, 1000]],
  [3000, 4000, [1000, 400, 1000, 1200], [0, 0, 3000]],
  [4000, 3000, [2000, 1500, 20, 20], [1890, 1390, 240]],
  [200, 150, [90, 60, 20, 20], [25, 0, 150]],
])('%i x %i with the face at %j is cut at %j', (width, height, [x = 0, y = 0, wide = 0, high = 0], cut) => {
  const picture = { width, height };
  const area = cutAround({ x, y, width: wide, height: high }, picture);
  const crop = cropOf(picture, { area, rotation: 0, flipped: false });
  expect([crop.x, crop.y, crop.side].map(Math.round)).toEqual(cut);
});

test.each([
  [4000, 3000, [500, 0, 3000]],
  [3000, 4000, [0, 200, 3000]],
  [648, 648, [0, 0, 648]],
])('%i x %i without a face is cut at %j', (width, height, cut) => {
  const crop = cropOf({ width, height }, { area: upperMiddle({ width, height }), rotation: 0, flipped: false });
  expect([crop.x, crop.y, crop.side].map(Math.round)).toEqual(cut);
});

test('a cut is a square inside of the picture, wherever the face is said to be', () => {
  const place = fc.integer({ min: -12_000, max: 24_000 });
  const box = fc.record({ x: place, y: place, width: side, height: side });
  fc.assert(
    fc.property(size, box, (picture, face) => {
      expectSquareInside(cutAround(face, picture), picture);
      expectSquareInside(upperMiddle(picture), picture);
    }),
  );
});

test('the whole face is in the cut where a square of the picture can hold it', () => {
  fc.assert(
    fc.property(pictureWithFace, ({ picture, face }) => {
      fc.pre(Math.max(face.width, face.height) <= Math.min(picture.width, picture.height));
      const cut = pixelsOf(cutAround(face, picture), picture);
      expect(cut.x).toBeLessThanOrEqual(face.x + 1e-6);
      expect(cut.y).toBeLessThanOrEqual(face.y + 1e-6);
      expect(cut.x + cut.width).toBeGreaterThanOrEqual(face.x + face.width - 1e-6);
      expect(cut.y + cut.height).toBeGreaterThanOrEqual(face.y + face.height - 1e-6);
    }),
  );
});

test('the face is in the middle where its distance to the edges allows it', () => {
  fc.assert(
    fc.property(pictureWithFace, ({ picture, face }) => {
      const cut = pixelsOf(cutAround(face, picture), picture);
      const [off, atEdge] = [
        Math.abs(face.x + face.width / 2 - (cut.x + cut.width / 2)),
        cut.x < 1e-6 || cut.x + cut.width > picture.width - 1e-6,
      ];
      expect(off < 1e-3 || atEdge).toBe(true);
    }),
  );
});

import fc from 'fast-check';
import { cropOf } from './crop';

/** The area that react-easy-crop gives for the largest square: sizes on the screen are whole numbers. */
function largestArea(width: number, height: number, square: number) {
  const scale = square / Math.min(width, height);
  const [drawnWidth, drawnHeight] = [Math.round(width * scale), Math.round(height * scale)];
  const area = { width: (100 * square) / drawnWidth, height: (100 * square) / drawnHeight };
  return { ...area, x: (100 - area.width) / 2, y: (100 - area.height) / 2 };
}

const side = fc.integer({ min: 48, max: 12_000 });

test.each([
  [600, 400, 400],
  [777, 648, 648],
])('%i x %i has a square of %i pixels', (width, height, pixels) => {
  for (const square of [218, 288, 301, 360]) {
    const edit = { area: largestArea(width, height, square), rotation: 0, flipped: false };
    expect(cropOf({ width, height }, edit).pixels).toBe(pixels);
  }
});

test('the largest square of any picture is its whole shorter side, and inside of it', () => {
  fc.assert(
    fc.property(side, side, fc.integer({ min: 100, max: 400 }), fc.constantFrom(0, 90, 180, -90), (...given) => {
      const [width, height, square, rotation] = given;
      const isOnSide = rotation % 180 !== 0;
      const area = isOnSide ? largestArea(height, width, square) : largestArea(width, height, square);
      const crop = cropOf({ width, height }, { area, rotation, flipped: false });
      expect(crop.pixels).toBe(Math.min(width, height));
      expect(crop.x + crop.side).toBeLessThanOrEqual(crop.box.width + 1e-6);
      expect(crop.y + crop.side).toBeLessThanOrEqual(crop.box.height + 1e-6);
    }),
  );
});

test('the square of a zoomed picture is as large as its area, to a pixel', () => {
  fc.assert(
    fc.property(side, fc.double({ min: 1, max: 5, noNaN: true }), (width, zoom) => {
      const area = { x: 0, y: 0, width: 100 / zoom, height: 100 / zoom };
      expect(cropOf({ width, height: width }, { area, rotation: 0, flipped: false }).pixels).toBe(
        Math.round(width / zoom),
      );
    }),
  );
});

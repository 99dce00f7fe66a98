import { sizeFor } from './sizes';

test.each([
  [undefined, null],
  [48, '48x48'],
  [49, '64x64'],
  [648, '648x648'],
  [649, null],
])('drawn at %s pixels -> %s', (pixels, size) => {
  expect(sizeFor(pixels)).toBe(size);
});

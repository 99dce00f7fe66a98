import { brightnessOf } from './followTheme';

test.each([
  ['#ffffff', 'light'],
  ['#292929', 'dark'],
  ['000000', 'dark'],
  // On either side of the gray on which black and white contrast equally.
  ['#767676', 'light'],
  ['#757575', 'dark'],
  ['white', null],
  ['', null],
])('a background of %s is %s', (color, expected) => {
  expect(brightnessOf(color)).toBe(expected);
});

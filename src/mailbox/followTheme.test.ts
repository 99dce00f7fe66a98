import { brightnessOf } from './followTheme';

test.each([
  ['#ffffff', 'light'],
  ['#292929', 'dark'],
  ['000000', 'dark'],
  ['white', null],
  ['', null],
])('a background of %s is %s', (color, expected) => {
  expect(brightnessOf(color)).toBe(expected);
});

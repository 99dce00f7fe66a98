import { initialColor, initialColors, initialsOf } from './initials';

test.each([
  ['Megan Bowen', 'MB'],
  ['Ana María López', 'AL'],
  ['Diego', 'D'],
  ['  åsa   öberg ', 'ÅÖ'],
  ['Bowen, Megan (Sales, Berlin)', 'BM'],
  ['Megan Bowen [External', 'MB'],
  ['Jean-Luc de la Tour', 'JT'],
  ['megan@contoso.com', 'M'],
  ['"Megan" Bowen', 'MB'],
  ['張偉', '張'],
  ['محمد علي', 'م'],
  ['김 민수', '김'],
  ['Åda 🎈 Love', 'ÅL'],
  ['𐐔𐐇 𐐝𐐀', '𐐔𐐝'],
  ['+49 30 1234', ''],
  ['🎈', ''],
  ['', ''],
])('the initials of "%s" are "%s"', (name, expected) => {
  expect(initialsOf(name)).toBe(expected);
});

test('a name always has the same color, and names differ', () => {
  const names = Array.from({ length: 500 }, (_none, index) => `Colleague number ${index * 7}`);
  const colors = names.map(initialColor);
  expect(names.map(initialColor)).toEqual(colors);
  expect(new Set(colors).size).toBe(initialColors);
  expect(colors.every((color) => Number.isInteger(color) && color >= 0 && color < initialColors)).toBe(true);
});

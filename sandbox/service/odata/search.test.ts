import { isFound, parseSearch } from './search';

const megan = { displayName: 'Megan Bowen', mail: 'megan@contoso.com' };

test.each([
  ['"displayName:meg"', true],
  ['"displayName:bow"', true],
  ['"displayName:egan"', false],
  ['"mail:MEGAN"', true],
  ['"displayName:x" OR "mail:meg"', true],
  ['"displayName:meg" AND "mail:x"', false],
  ['"displayName:meg" AND "mail:meg" OR "displayName:x"', true],
  ['"jobTitle:x"', false],
])('%s -> %s', (search, expected) => {
  expect(isFound(megan, parseSearch(search))).toBe(expected);
});

test.each(['meg', 'displayName:meg', '"meg"', '"displayName:meg'])('%s is refused', (search) => {
  expect(() => parseSearch(search)).toThrow('Syntax error');
});

import { isFound, parseSearch } from './search';

const megan = { displayName: 'Megan Bowen', mail: 'megan@contoso.com' };

test.each([
  ['"displayName:meg"', true],
  ['"displayName:bow"', true],
  ['"displayName:egan"', false],
  ['"mail:MEGAN"', true],
  ['"mail:contoso"', false],
  ['"displayName:x" OR "mail:meg"', true],
  ['"displayName:meg" AND "mail:x"', false],
  ['"displayName:meg" AND "mail:meg" OR "displayName:x"', true],
  ['"displayName:meg" AND ("mail:x" OR "displayName:bow")', true],
  ['"displayName:x OR y" OR "mail:meg"', true],
  ['"displayName:meg\\" OR \\"mail:meg"', false],
  ['"jobTitle:x"', false],
])('%s -> %s', (search, expected) => {
  expect(isFound(megan, parseSearch(search))).toBe(expected);
});

test.each([
  ['"displayName:GROß"', true],
  ['"displayName:jürg"', true],
  ['"displayName:ju\u0308rg"', true],
  ['"displayName:jurg"', false],
])('Jürgen Groß: %s -> %s', (search, expected) => {
  expect(isFound({ displayName: 'Jürgen Groß' }, parseSearch(search))).toBe(expected);
});

test('a backslash stands before quotes and backslashes, and a colon is text', () => {
  expect(parseSearch(String.raw`"displayName:a\"b\\c:d"`)).toEqual({
    kind: 'clause',
    property: 'displayName',
    text: String.raw`a"b\c:d`,
  });
});

test.each([
  '',
  'meg',
  'displayName:meg',
  '"meg"',
  '"displayName:meg',
  '"displayName:a\\"',
  '"displayName:a"b"',
  '"displayName:a\\b"',
  '"displayName:a" or "mail:a"',
  '("displayName:a"',
  '"displayName:a" "mail:a"',
])('%s is refused', (search) => {
  expect(() => parseSearch(search)).toThrow('Syntax error');
});

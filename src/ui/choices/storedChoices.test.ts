import fc from 'fast-check';
import { parseChoices } from './storedChoices';

test.each([
  [null, null, null],
  ['{"theme":"dark","language":"de"}', 'dark', 'de'],
  ['{"theme":"light"}', 'light', null],
  ['{"language":"en","more":1}', null, 'en'],
  ['{"theme":"pink","language":7}', null, null],
  ['{"theme":["dark"],"language":{}}', null, null],
  ['null', null, null],
  ['[]', null, null],
  ['"dark"', null, null],
  ['{"theme":"dark"', null, null],
  ['', null, null],
])('the choices in %j are the theme %j and the language %j', (text, theme, language) => {
  expect(parseChoices(text)).toEqual({ theme, language });
});

test('whatever is stored, a theme is one of two and a language is a text', () => {
  const stored = fc.oneof(
    fc.string(),
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify({ theme: value, language: value })),
  );
  fc.assert(
    fc.property(stored, (text) => {
      const { theme, language } = parseChoices(text);
      expect([null, 'light', 'dark']).toContain(theme);
      expect(language === null || typeof language === 'string').toBe(true);
    }),
  );
});

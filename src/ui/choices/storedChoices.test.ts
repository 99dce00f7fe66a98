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

import { directionOf, languageOf, tagOf } from './languageTags';

test.each([
  ['en-GB', 'en'],
  ['de-AT', 'de'],
  ['fr-CA', 'fr'],
  ['es-MX', 'es'],
  ['es-419', 'es'],
  ['nl-BE', 'nl'],
  ['pt-PT', 'pt'],
  ['ja', 'ja'],
  ['AR-eg', 'ar'],
  ['zh', 'zh'],
  ['zh-CN', 'zh'],
  ['zh-SG', 'zh'],
  ['zh-Hans-CN', 'zh'],
  ['zh-Hans-HK', 'zh'],
  ['zh-TW', ''],
  ['zh-HK', ''],
  ['zh-Hant-CN', ''],
  ['constructor', ''],
  ['', ''],
])('the language of %j is %j', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

test('the Chinese texts are marked as simplified, and only Arabic is written from right to left', () => {
  expect(['en', 'zh', 'ar'].map(tagOf)).toEqual(['en', 'zh-Hans', 'ar']);
  expect(['en', 'zh', 'ar'].map(directionOf)).toEqual(['ltr', 'ltr', 'rtl']);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, languageTag, loadLaterTexts, loadTexts } from './texts';

const sourceFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|html)$/.test(name) && !/\.test\.|\.d\.ts$/.test(name))
    .map((name) => join(folder, name));

/** The keys of a catalog, those loaded later too. */
const keysOf = (language: string): readonly string[] =>
  Object.keys(JSON.parse(readFileSync(`src/ui/texts/${language}.json`, 'utf8')) as object);

test('every text is used', () => {
  const sources = [...sourceFiles('src'), 'build/pageTexts.ts'].map((file) => readFileSync(file, 'utf8')).join('\n');
  // Some keys end in a value: tab.${screen}.
  const prefixes = [...sources.matchAll(/[`'"]([a-z]+\.(?:[a-z]+\.)?)\$\{/gi)].map(([, prefix = '']) => prefix);
  const unused = keysOf('en').filter(
    (key) => !sources.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});

test('plurals, numbers and dates follow the language and region', async () => {
  expect((await loadTexts('de-AT'))('message.several', { count: 2 })).toBe('2 Nachrichten ausgewählt');
  expect((await loadTexts('en-GB'))('message.several', { count: 1 })).toBe('1 message is selected');
  expect((await loadTexts('de-DE')).number(1_234_567)).toBe('1.234.567');
  expect((await loadTexts('en-IN')).number(1_234_567)).toBe('12,34,567');
  expect((await loadTexts('de')).moment(Date.UTC(2026, 10, 24))).toContain('2026');
});

test.each([
  ['de-AT', 'de', '2 Nachrichten ausgewählt'],
  ['fr-CA', 'fr', '2 messages sélectionnés'],
  ['pt-BR', 'pt', '2 mensagens selecionadas'],
  ['pl-PL', 'pl', 'Wybrano 2 wiadomości'],
  ['zh-Hans-CN', 'zh-Hans', '已选择 2 封邮件'],
  ['ar-EG', 'ar', 'تم تحديد رسالتين'],
  ['zh-TW', 'en', '2 messages are selected'],
  ['sv-SE', 'en', '2 messages are selected'],
])('the texts for %s are in the language %s', async (tag, language, several) => {
  const texts = await loadTexts(tag);
  expect([texts.language, texts.isFallback, texts('message.several', { count: 2 })]).toEqual([
    language,
    false,
    several,
  ]);
});

test('Polish and Arabic have their plural forms', async () => {
  const [polish, arabic] = await Promise.all([loadTexts('pl'), loadTexts('ar')]);
  expect([1, 3, 5, 22].map((count) => polish('lookup.count', { count }))).toEqual([
    '1 sugestia',
    '3 sugestie',
    '5 sugestii',
    '22 sugestie',
  ]);
  expect([1, 2, 3, 11, 100].map((count) => arabic('lookup.count', { count }))).toEqual([
    'اقتراح واحد',
    'اقتراحان',
    '3 اقتراحات',
    '11 اقتراحًا',
    '100 اقتراح',
  ]);
});

test('digits are the same in all texts of a language', async () => {
  const texts = await loadTexts('ar-EG');
  expect(texts.number(12)).toBe('12');
  expect(texts.moment(Date.UTC(2026, 10, 24))).toContain('2026');
});

test('every catalog is a language that can be chosen', () => {
  const catalogs = readdirSync('src/ui/texts').flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? []);
  expect([...languages].sort()).toEqual(catalogs.sort());
});

test.each([
  [null, ['fr-CH', 'de'], 'fr-CH'],
  ['de', ['en-US', 'fr', 'de-AT', 'de-CH'], 'de-AT'],
  ['de', ['de-CH', 'de-AT'], 'de-CH'],
  ['de', ['en-US'], 'de'],
  ['en', ['de-DE', 'EN-gb'], 'EN-gb'],
] as const)('with the language %j chosen, of the tags %j the texts are for %s', (chosen, tags, tag) => {
  expect(languageTag(chosen, tags)).toBe(tag);
});

test('the texts of lazy-loaded parts are there once they are loaded, in every language', async () => {
  const english = await loadTexts('en');
  expect(() => english('edit.zoom')).toThrow(TypeError);
  expect((await loadTexts('de'))('edit.save')).toBe('Speichern');
  await loadLaterTexts();
  expect(english('edit.zoom')).toBe('Zoom');
  expect((await loadTexts('de'))('edit.save')).toBe('Speichern');
});

import { allCatalogProblems, catalogProblems } from './catalogProblems';

test('every language has every text, with the values of the English one and all plural forms', () => {
  expect(allCatalogProblems()).toEqual([]);
});

const english = { save: 'Save', size: '{width} × {height}', count: '{count, plural, one {# photo} other {# photos}}' };
const polish = {
  save: 'Zapisz',
  size: '{height} × {width}',
  count: '{count, plural, one {# zdjęcie} few {# zdjęcia} many {# zdjęć} other {# zdjęcia}}',
};

test.each([
  ['nothing', {}, []],
  ['a missing text', { save: undefined }, ['lacks the text "save". Add it; in English it is: Save']],
  ['a text too many', { stop: 'Stop' }, ['has the text "stop", which en.json does not have. Remove it.']],
  ['an empty text', { save: ' ' }, [': the text "save" is empty. Write it.']],
  [
    'a misspelled value',
    { size: '{width} × {heigth}' },
    [': the text "size" has the values heigth, width. Write the values height, width, as in the English text.'],
  ],
  [
    'a missing value',
    { size: 'duże' },
    [': the text "size" has no values. Write the values height, width, as in the English text.'],
  ],
  [
    'missing plural forms',
    { count: '{count, plural, one {# zdjęcie} other {# zdjęcia}}' },
    [': the text "count" is counted. Add the plural forms few, many.'],
  ],
])('of a catalog with %s, file and key are named', (_what, change, problems) => {
  const changed = Object.entries({ ...polish, ...change }).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  const found = catalogProblems('pl', Object.fromEntries(changed), english);
  expect(found.every((problem) => /^src.ui.texts.pl\.json/.test(problem))).toBe(true);
  expect(found.map((problem) => problem.replace(/^src.ui.texts.pl\.json ?/, ''))).toEqual(problems);
});

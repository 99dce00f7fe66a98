import { compileCatalog, declareMessages, languages, readCatalog } from './texts';

test('the declaration names the values of each text', () => {
  const declared = declareMessages({
    plain: 'Save',
    named: '{width} × {height}',
    counted: '{count, plural, one {# of {total}} other {# of {total}}}',
  });
  expect(declared).toContain("readonly 'plain': () => string;");
  expect(declared).toContain(
    "'named': (values: { readonly width: string | number; readonly height: string | number })",
  );
  expect(declared).toContain("'counted': (values: { readonly count: number; readonly total: string | number })");
});

test('texts of words and names alone need nothing of a locale', () => {
  const source = compileCatalog('en', { plain: 'Save', named: 'Details of {name}' });
  expect(source).not.toContain('import');
});

test('a text that formats a number is refused, since the compiled format would ignore the region', () => {
  const catalog = { size: '{files, plural, other {{bytes, number} bytes}}' };
  expect(() => compileCatalog('en', catalog)).toThrow('The text "size" formats a value. Write {name} alone');
});

test('every catalog declares the same texts and values as the English one', () => {
  const english = declareMessages(readCatalog('en'));
  expect(languages()).toEqual(expect.arrayContaining(['en', 'de']));
  for (const language of languages()) {
    const members = (text: string): string[] => text.split('\n').map((line) => line.split(/[{};]/).sort().join());
    expect([language, members(declareMessages(readCatalog(language)))]).toEqual([language, members(english)]);
  }
});

test('no text is empty', () => {
  for (const language of languages()) {
    const empty = Object.entries(readCatalog(language)).filter(([, text]) => text.trim() === '');
    expect([language, empty]).toEqual([language, []]);
  }
});

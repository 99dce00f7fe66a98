import { manifestTranslations } from './manifestTranslations';
import { compileCatalog, declareMessages, languages } from './texts';

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

test('the manifests have the languages of the pane', () => {
  expect(['en', ...manifestTranslations.map(({ language }) => language)].sort()).toEqual([...languages()].sort());
});

test('lazy-loaded languages bring no plural rules to the first script', () => {
  expect(compileCatalog('pl', { count: '{count, plural, one {#} other {#}}' })).not.toContain('cardinals');
});

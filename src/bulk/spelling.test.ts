import fc from 'fast-check';
import { spellingsOf } from './spelling';

test.each([
  ['Anna Schmidt', ['annaschmidt']],
  ['anna.schmidt@contoso.com', ['annaschmidtcontosocom']],
  ["Miles O'Brien", ['milesobrien']],
  ['Jörg Müller', ['jorgmuller', 'jorgmueller', 'joergmuller', 'joergmueller']],
  ['Jo\u0308rg', ['jorg', 'joerg']],
  ['GROẞ', ['gross']],
  ['Søren Kjær', ['sorenkjaer', 'soerenkjaer']],
  ['Łukasz Żółć', ['lukaszzolc']],
  ['İbrahim Işık', ['ibrahimisik']],
  ['Đặng Thị', ['dangthi']],
  ['Ольга Зайцева', ['ольгазаицева']],
  ['Νίκος', ['νικοσ']],
  ['Ǿrsted Ǽbelø', ['orstedaebelo', 'orstedaebeloe']],
  ['ＡＮＮＡ', ['anna']],
  ['が', ['か\u3099']],
  ['---', []],
  ['🙂', []],
])('%s is compared as %j', (text, expected) => {
  expect(spellingsOf(text)).toEqual(expected);
});

test('a text of many such letters has no more than 16 spellings', () => {
  expect(spellingsOf('ä'.repeat(50)).length).toBeLessThanOrEqual(16);
});

test('case, composition and separators change nothing', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom(...Array.from('abcäöüéßøłñ')) }));
  fc.assert(
    fc.property(words, fc.constantFrom(' ', '.', '_', '-', ', ', '+'), fc.boolean(), (parts, separator, isCapital) => {
      const text = parts.join(' ');
      const other = parts.join(separator).normalize('NFD');
      expect(spellingsOf(isCapital ? other.toUpperCase() : other)).toEqual(spellingsOf(text));
    }),
  );
});

import fc from 'fast-check';
import { looseSpelling, spellingsOf } from './spelling';
import { exactKey, spellingKey, wordsKey } from './textKeys';

const letters = fc.oneof(
  fc.constantFrom(...Array.from('abeosäöüåøßéłÄÖÜÅØẞΣσςİıйЙが', String), 'o\u0308', '𝚺'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
);
const text = fc.array(letters, { maxLength: 12 }).map((all) => all.join(''));

test('all spellings of a text have its keys', () => {
  fc.assert(
    fc.property(text, (one) => {
      for (const spelling of spellingsOf(one)) {
        expect([spelling, spellingKey(spelling)]).toEqual([spelling, spellingKey(one)]);
        expect(looseSpelling(spelling)).toBe(looseSpelling(one));
      }
    }),
  );
});

test('all orders of words have one key', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), (words) => {
      expect(wordsKey(words.join(' '))).toBe(wordsKey([...words.slice(2), ...words.slice(0, 2)].join(', ')));
    }),
  );
});

test('other texts have other keys', () => {
  const texts = Array.from({ length: 10_000 }, (_none, number) => `u${number}@contoso.com`);
  for (const key of [exactKey, spellingKey]) expect(new Set(texts.map(key)).size).toBeGreaterThan(9990);
});

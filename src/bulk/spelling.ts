/** Letters that differ from their plain form by more than an accent. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ',
};

/** Letters that are also written as two. */
const doubleLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** A text of more such letters has no further spellings. */
const mostSpellings = 16;

/**
 * A text as it is compared: letters and digits without case, accents and separators. Several where letters are written in
 * several ways, as in `muller` and `mueller`; none where no letter or digit is left.
 */
export function spellingsOf(text: string): readonly string[] {
  // Most texts, and many times as fast.
  if (!/[^ -~]/.test(text)) {
    const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '');
    return plain === '' ? [] : [plain];
  }
  const parts = composed(text).split(/([äöüåø])/);
  let spellings = [''];
  for (const part of parts) {
    const other = spellings.length < mostSpellings ? doubleLetters[part] : undefined;
    const forms = other === undefined ? [part] : [part, other];
    spellings = spellings.flatMap((start) => forms.map((form) => start + form));
  }
  return [...new Set(spellings.map(compact))].filter((one) => one !== '');
}

/** What all spellings of a text have in common, letter after letter; some other texts have it too. */
export function looseSpelling(text: string): string {
  const [plain = ''] = spellingsOf(text);
  return plain.replace(/e/g, '').replace(/aa+/g, 'a');
}

/** The words of a text, as they are written. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Lower case and composed, whatever the file system makes of accents. */
function composed(text: string): string {
  return text.normalize('NFC').toLowerCase().normalize('NFC');
}

/** The marks of Latin, Greek and Cyrillic letters go; in other scripts a mark makes another letter. */
function compact(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßæœøłđðþħıŋς]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[\u0300-\u036F]|[^\p{L}\p{M}\p{N}]/gu, '');
}

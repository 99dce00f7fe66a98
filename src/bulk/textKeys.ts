import { spellingsOf } from './spelling';

/** The same for equal texts; others may have it by chance. */
export function exactKey(text: string): number {
  let key = text.length;
  for (let index = 0; index < text.length; index++) key = Math.imul(key, 31) + text.charCodeAt(index);
  return mixed(key);
}

/** The same for all spellings of a text; others may have it by chance. */
export function spellingKey(text: string): number {
  return keyOf(text, 31);
}

/** The same for all spellings of a text in each order of its words; others may have it by chance. */
export function wordsKey(text: string): number {
  return keyOf(text, 1);
}

/** What the letters of a text are compared as, mixed into numbers, by code point. */
const compared = new Map<number, readonly number[]>();

/** Spellings differ in `a` and `e` alone, which are left out. `factor` 1: the order does not count. */
function keyOf(text: string, factor: number): number {
  let key = 0;
  // Most texts need no composing, and are many times as fast.
  const all = /[^ -~]/.test(text) ? text.normalize('NFC').toLowerCase().normalize('NFC') : text;
  for (let index = 0; index < all.length; index++) {
    const code = all.codePointAt(index) ?? 0;
    if (code > 0xffff) index++;
    let letters = compared.get(code);
    if (!letters) compared.set(code, (letters = lettersOf(code)));
    for (const one of letters) key = (Math.imul(key, factor) + one) | 0;
  }
  return key;
}

function lettersOf(code: number): readonly number[] {
  const [plain = ''] = spellingsOf(String.fromCodePoint(code));
  return Array.from(plain.replace(/[ae]/g, ''), (one) => mixed(one.codePointAt(0) ?? 0));
}

/** A number of which all bits depend on all bits of another one (the finalizer of MurmurHash3). */
function mixed(number: number): number {
  let key = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  key = Math.imul(key ^ (key >>> 13), 0xc2b2ae35);
  return key ^ (key >>> 16);
}

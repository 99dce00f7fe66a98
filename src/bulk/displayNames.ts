import { isTitle } from './fileReadings';
import { wordsOf } from './spelling';

/** No more of a name's first words are put last. */
const mostWords = 8;

interface NameParts {
  /** With titles, and without them. */
  readonly plain: readonly (readonly string[])[];
  /** In brackets at the end. */
  readonly note: string;
}

/** The texts of which a file's name may have one, before their words are put in other orders. */
export function displayNamesOf(displayName: string): readonly string[] {
  const { plain, note } = partsOf(displayName);
  const names = plain.map((words) => words.join(' '));
  return [...new Set([displayName, ...names, ...names.map((name) => name + note)])];
}

/** A display name as written, and in each order of its words without titles; what stands in brackets may be left out. */
export function orderedNamesOf(displayName: string): readonly string[] {
  const { plain, note } = partsOf(displayName);
  const orders = plain.flatMap(ordersOf);
  return [...new Set([displayName, ...orders, ...orders.map((name) => name + note)])];
}

function partsOf(displayName: string): NameParts {
  const [, name = '', note = ''] = /^(.*?)\s*([([{][^)\]}]*[)\]}])?\s*$/su.exec(displayName) ?? [];
  const words = wordsOf(name);
  return { plain: [words, words.filter((word) => !isTitle(word))], note };
}

/** The first words last, any number of them. */
function ordersOf(words: readonly string[]): readonly string[] {
  const starts = words.slice(0, mostWords).keys();
  return Array.from(starts, (start) => [...words.slice(start), ...words.slice(0, start)].join(' '));
}

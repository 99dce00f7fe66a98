import { IntlMessageFormat } from 'intl-messageformat';
import { withDeadline } from '../base';
import en from './strings/en.json';

export type WordKey = keyof typeof en;
type Values = Readonly<Record<string, string | number>>;

/** The texts and formats of one language. */
export interface Words {
  /** Language tag of the texts, for the page's `lang`. */
  readonly language: string;
  /** The text of a key, its ICU placeholders filled in. */
  (key: WordKey, values?: Values): string;
  has(key: string): key is WordKey;
  /** A moment, in milliseconds since 1970, as people of this language write it. */
  moment(milliseconds: number): string;
}

type Catalogue = Readonly<Record<WordKey, string>>;

/** English comes with the pane, every other language when it is needed. */
const others: Readonly<Record<string, () => Promise<Catalogue>>> = {
  de: async () => (await import('./strings/de.json')).default,
};

/** Nobody waits longer for their own language. Milliseconds. */
const patience = 3_000;

/** The catalogue for a language tag such as `de-AT`; English where there is none, or where it cannot be loaded. */
export async function loadWords(tag: string): Promise<Words> {
  const language = tag.split('-')[0]?.toLowerCase() ?? '';
  const load = others[language];
  // Better English than nothing.
  const catalogue = load && (await withDeadline(load(), patience, 'the texts').catch(() => null));
  if (catalogue) return wordsOf(catalogue, language, tag);
  return wordsOf(en, 'en', language === 'en' ? tag : 'en');
}

/** Numbers and dates follow `locale`. */
function wordsOf(catalogue: Catalogue, language: string, locale: string): Words {
  const formats = new Map<WordKey, IntlMessageFormat>();
  const text = (key: WordKey, values: Values = {}): string => {
    const plain = plainText(catalogue[key], values);
    if (plain !== null) return plain;
    let format = formats.get(key);
    if (!format) formats.set(key, (format = new IntlMessageFormat(catalogue[key], locale)));
    return String(format.format(values));
  };
  // Made when it is first needed: it costs more than all the texts of the first face.
  let dates: Intl.DateTimeFormat | null = null;
  return Object.assign(text, {
    language,
    has: (key: string): key is WordKey => key in catalogue,
    moment(milliseconds: number): string {
      dates ??= new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
      return dates.format(milliseconds);
    },
  });
}

/**
 * A message of words and names alone, as most are; null where it has more. To look up a locale takes longer than to draw
 * the whole first face, so what needs none goes without. The build has parsed the catalogues; tests bring them as texts.
 */
function plainText(message: string | readonly Element[], values: Values): string | null {
  if (typeof message === 'string') return /[{'<]/.test(message) ? null : message;
  const parts = message.map((one) => {
    if (one.type === elements.literal) return one.value;
    return one.type === elements.argument ? String(values[one.value]) : null;
  });
  return parts.includes(null) ? null : parts.join('');
}

/** A piece of a parsed message; `value` is the text, or the name of what stands there. */
interface Element {
  readonly type: number;
  readonly value: string;
}

/** Kinds of element (ICU message syntax, as the parser numbers them). */
const elements = { literal: 0, argument: 1 };

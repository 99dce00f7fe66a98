import { IntlMessageFormat } from 'intl-messageformat';
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

/** The catalogue for a language tag such as `de-AT`; English where there is none, or where it cannot be loaded. */
export async function loadWords(tag: string): Promise<Words> {
  const language = tag.split('-')[0]?.toLowerCase() ?? '';
  // Better English than nothing.
  const catalogue = await others[language]?.().catch(() => null);
  if (catalogue) return wordsOf(catalogue, language, tag);
  return wordsOf(en, 'en', language === 'en' ? tag : 'en');
}

/** Numbers and dates follow `locale`. */
function wordsOf(catalogue: Catalogue, language: string, locale: string): Words {
  const formats = new Map<WordKey, IntlMessageFormat>();
  const text = (key: WordKey, values?: Values): string => {
    let format = formats.get(key);
    if (!format) formats.set(key, (format = new IntlMessageFormat(catalogue[key], locale)));
    return String(format.format(values));
  };
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return Object.assign(text, {
    language,
    has: (key: string): key is WordKey => key in catalogue,
    moment: (milliseconds: number) => dates.format(milliseconds),
  });
}

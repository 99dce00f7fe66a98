import { IntlMessageFormat } from 'intl-messageformat';
import de from './strings/de.json';
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

const catalogues: Readonly<Record<string, Readonly<Record<WordKey, string>>>> = { en, de };

/** The catalogue for a language tag such as `de-AT`; English where there is none. Numbers and dates follow the tag. */
export function wordsIn(tag: string): Words {
  const language = tag.split('-')[0]?.toLowerCase() ?? '';
  const catalogue = catalogues[language] ?? en;
  const locale = language in catalogues ? tag : 'en';
  const formats = new Map<WordKey, IntlMessageFormat>();
  const text = (key: WordKey, values?: Values): string => {
    let format = formats.get(key);
    if (!format) formats.set(key, (format = new IntlMessageFormat(catalogue[key], locale)));
    return String(format.format(values));
  };
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return Object.assign(text, {
    language: language in catalogues ? language : 'en',
    has: (key: string): key is WordKey => key in catalogue,
    moment: (milliseconds: number) => dates.format(milliseconds),
  });
}

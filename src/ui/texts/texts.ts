import { withDeadline } from '../../base';
import english from './compiled/en';
import type { Messages } from './compiled/messages';
import { directionOf, languageOf, tagOf, type Direction } from './languageTags';

export type TextKey = keyof Messages;

/** The keys of texts that need no values. */
export type PlainTextKey = {
  [Key in TextKey]: Parameters<Messages[Key]> extends [] ? Key : never;
}[TextKey];

/** The texts and formats of one language. */
export interface Texts {
  /** Language tag of the texts, for the page's `lang`. */
  readonly language: string;
  readonly direction: Direction;
  /** English, because the texts of the language that was requested did not load. */
  readonly isFallback: boolean;
  /** The text of a key, with its values filled in. */
  <Key extends TextKey>(key: Key, ...values: Parameters<Messages[Key]>): string;
  /** A number with the separators of the language and region. */
  number(value: number): string;
  /** A moment, in milliseconds since 1970, in the format of the language and region. */
  moment(milliseconds: number): string;
}

/** The first English texts are part of the pane, every other language is lazy-loaded. */
const others: Readonly<Record<string, () => Promise<{ readonly default: Messages }>>> = {
  de: () => import(/* webpackChunkName: "texts-de" */ './compiled/de'),
  fr: () => import(/* webpackChunkName: "texts-fr" */ './compiled/fr'),
  es: () => import(/* webpackChunkName: "texts-es" */ './compiled/es'),
  it: () => import(/* webpackChunkName: "texts-it" */ './compiled/it'),
  nl: () => import(/* webpackChunkName: "texts-nl" */ './compiled/nl'),
  pt: () => import(/* webpackChunkName: "texts-pt" */ './compiled/pt'),
  pl: () => import(/* webpackChunkName: "texts-pl" */ './compiled/pl'),
  ja: () => import(/* webpackChunkName: "texts-ja" */ './compiled/ja'),
  zh: () => import(/* webpackChunkName: "texts-zh" */ './compiled/zh'),
  ar: () => import(/* webpackChunkName: "texts-ar" */ './compiled/ar'),
};

/** The English texts that only lazy-loaded parts use, once they are loaded. */
let laterEnglish: Partial<Messages> = {};

/** Loads them, once. @throws where the file does not load. */
export async function loadLaterTexts(): Promise<void> {
  laterEnglish = (await import(/* webpackChunkName: "texts-en" */ './compiled/en-later')).default;
}

/** The languages that there are texts for. */
export const languages: readonly string[] = ['en', ...Object.keys(others)];

/** A language that takes longer is replaced by English. Milliseconds. */
const loadTimeout = 3_000;

/**
 * The texts for a language tag: `de-AT` has the German ones, and numbers and dates of Austria. English where there are
 * none, or where they cannot be loaded.
 */
export async function loadTexts(tag: string): Promise<Texts> {
  const language = languageOf(tag);
  const load = others[language];
  const loaded = load && (await withDeadline(load(), loadTimeout, 'the texts').catch(() => null));
  if (loaded) return createTexts(loaded.default, { language, locale: tag, isFallback: false });
  return createTexts(english, {
    language: 'en',
    locale: language === 'en' ? tag : 'en',
    isFallback: load !== undefined,
  });
}

/**
 * The tag of the texts to load: that of the chosen language, with the region that one of `tags` has for it; the first of
 * `tags` where none is chosen.
 */
export function languageTag(chosen: string | null, tags: readonly [string, ...string[]]): string {
  return chosen === null ? tags[0] : (tags.find((tag) => languageOf(tag) === chosen) ?? chosen);
}

/** The digits of the other numbers in the texts: sizes, addresses and versions. */
const numberingSystem = 'latn';

interface TextsOptions extends Pick<Texts, 'language' | 'isFallback'> {
  /** Numbers and dates follow it; it may have a region. */
  readonly locale: string;
}

function createTexts(messages: Partial<Messages>, { language, locale, isFallback }: TextsOptions): Texts {
  const text = <Key extends TextKey>(key: Key, ...values: Parameters<Messages[Key]>): string =>
    ((messages[key] ?? laterEnglish[key]) as (...values: Parameters<Messages[Key]>) => string)(...values);
  // Created on first use: a format takes longer than all texts of the first face.
  let numbers: Intl.NumberFormat | null = null;
  let dates: Intl.DateTimeFormat | null = null;
  return Object.assign(text, {
    language: tagOf(language),
    direction: directionOf(language),
    isFallback,
    number(value: number): string {
      numbers ??= new Intl.NumberFormat(locale, { numberingSystem });
      return numbers.format(value);
    },
    moment(milliseconds: number): string {
      dates ??= new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', numberingSystem });
      return dates.format(milliseconds);
    },
  });
}

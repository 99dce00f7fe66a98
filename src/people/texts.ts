import { createContext, useContext } from 'react';
import german from './texts/compiled/de';
import english from './texts/compiled/en';
import type { Messages } from './texts/compiled/messages';

type TextKey = keyof Messages;

type Language = 'en' | 'de';

/** Texts by language. */
export type TextsByLanguage = Readonly<Record<Language, Partial<Messages>>>;

/** Those that only lazy-loaded screens use, once they are loaded. */
let laterTexts: TextsByLanguage = { en: {}, de: {} };

/** Sets the texts that lazy-loaded screens use, before the first of them is drawn. */
export function setLaterTexts(texts: TextsByLanguage): void {
  laterTexts = texts;
}

/** The texts and formats of one language. */
export interface PageTexts {
  readonly language: Language;
  /** The text of a key, with its values filled in. */
  <Key extends TextKey>(key: Key, ...values: Parameters<Messages[Key]>): string;
  /** A number with the separators of the language and region. */
  number(value: number): string;
  /** The time of day of a moment, in milliseconds since 1970. */
  time(milliseconds: number): string;
  /** The date and time of a moment, in milliseconds since 1970. */
  moment(milliseconds: number): string;
}

/** The texts for a language tag: German ones for German, English ones for all others. */
export function createPageTexts(tag: string): PageTexts {
  const language = /^de\b/i.test(tag) ? 'de' : 'en';
  const messages: Partial<Messages> = language === 'de' ? german : english;
  const locale = tag.startsWith(language) ? tag : language;
  const numbers = new Intl.NumberFormat(locale);
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const text = <Key extends TextKey>(key: Key, ...values: Parameters<Messages[Key]>): string =>
    ((messages[key] ?? laterTexts[language][key]) as (...values: Parameters<Messages[Key]>) => string)(...values);
  return Object.assign(text, {
    language,
    number: (value: number) => numbers.format(value),
    time: (milliseconds: number) => times.format(milliseconds),
    moment: (milliseconds: number) => moments.format(milliseconds),
  } as const);
}

export const PageTextsContext = createContext<PageTexts | null>(null);

export function usePageTexts(): PageTexts {
  const texts = useContext(PageTextsContext);
  if (!texts) throw new Error('No PageTextsContext around this component');
  return texts;
}

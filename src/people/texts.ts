import { createContext, useContext } from 'react';
import english from './texts/compiled/en';
import type { Messages } from './texts/compiled/messages';

type TextKey = keyof Messages;

/** The texts and formats of one language. */
export interface PageTexts {
  readonly language: 'en' | 'de';
  /** The text of a key, with its values filled in. */
  <Key extends TextKey>(key: Key, ...values: Parameters<Messages[Key]>): string;
  /** A number with the separators of the language and region. */
  number(value: number): string;
  /** The time of day of a moment, in milliseconds since 1970. */
  time(milliseconds: number): string;
  /** The date and time of a moment, in milliseconds since 1970. */
  moment(milliseconds: number): string;
}

/**
 * The texts for a language tag: German ones for German, English ones for all others. Never fails: English takes the place of
 * a language that does not load.
 */
export async function loadPageTexts(tag: string): Promise<PageTexts> {
  if (/^de\b/i.test(tag)) {
    const german = await import(/* webpackChunkName: "people-de" */ './texts/compiled/de').catch(() => null);
    if (german) return createPageTexts('de', german.default, tag);
  }
  return createPageTexts('en', english, tag);
}

function createPageTexts(language: PageTexts['language'], messages: Messages, tag: string): PageTexts {
  const locale = tag.startsWith(language) ? tag : language;
  const numbers = new Intl.NumberFormat(locale);
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const text = <Key extends TextKey>(key: Key, ...values: Parameters<Messages[Key]>): string =>
    (messages[key] as (...values: Parameters<Messages[Key]>) => string)(...values);
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

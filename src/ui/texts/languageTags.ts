/**
 * The language of a tag such as `de-AT`, which is the name of a catalog where there is one. Traditional Chinese has none:
 * as in CLDR, it does not fall back to the simplified script. Empty for what is no tag.
 */
export function languageOf(tag: string): string {
  return /^(?!zh-(hant|tw|hk|mo))[a-z]{2,3}\b/i.exec(tag)?.[0].toLowerCase() ?? '';
}

/** The tag of a language's texts: the Chinese ones are in the simplified script. */
export function tagOf(language: string): string {
  return language === 'zh' ? 'zh-Hans' : language;
}

export type Direction = 'ltr' | 'rtl';

/** The direction in which a language is written. */
export function directionOf(language: string): Direction {
  return language === 'ar' ? 'rtl' : 'ltr';
}

import type { Element } from '@xmldom/xmldom';
import { manifestTranslations } from '../../../build/manifestTranslations';
import { localName } from '../../../build/xmlElements';
import { elementsNamed, type Rule, translationsOf } from '../manifest';

/** Maximum length of texts in characters, by the element or by the list that it is in. */
const maxLength: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  ShortStrings: 125,
  LongStrings: 250,
};

/** Texts that people read are there in every language of the add-in, and are short enough. */
export const checkTexts: Rule = ({ root }, report) => {
  for (const element of elementsNamed(root, 'DisplayName', 'Description', 'String')) {
    const text = element.getAttribute('DefaultValue');
    if (text === null) continue;
    const limit = maxLengthOf(element);
    const translations = translationsOf(element);
    for (const one of [element, ...translations]) {
      const length = textOf(one).length;
      if (length > limit) report(one, `has a text of ${length} characters. Write at most ${limit}.`);
    }
    const present = translations.map((one) => one.getAttribute('Locale'));
    for (const { locale } of manifestTranslations.filter((one) => !present.includes(one.locale))) {
      report(element, `has no text in ${locale}. Add <${overrideName(element)} Locale="${locale}" Value="…" />.`);
    }
  }
};

function maxLengthOf(element: Element): number {
  const holder = localName(element) === 'String' ? (element.parentNode as Element) : element;
  return maxLength[localName(holder)] ?? Infinity;
}

function textOf(element: Element): string {
  return element.getAttribute('DefaultValue') ?? element.getAttribute('Value') ?? '';
}

function overrideName({ prefix }: Element): string {
  return prefix ? `${prefix}:Override` : 'Override';
}

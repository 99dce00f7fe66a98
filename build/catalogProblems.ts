import { parse, type Token } from '@messageformat/parser';
import { catalogFile, catalogFolders, languages, readCatalog, reference, valuesIn, type Catalog } from './texts';

/** What is wrong with the catalogs of all folders and languages: one sentence for each text. */
export function allCatalogProblems(): readonly string[] {
  return Object.values(catalogFolders).flatMap((folder) => {
    const english = readCatalog(reference, folder);
    return languages(folder).flatMap((language) =>
      catalogProblems(language, readCatalog(language, folder), english, catalogFile(language, folder)),
    );
  });
}

/** What is wrong with a catalog, compared with the English one: one sentence for each text, with file and key. */
export function catalogProblems(
  language: string,
  catalog: Catalog,
  english: Catalog,
  file = catalogFile(language),
): readonly string[] {
  const missing = Object.entries(english)
    .filter(([key]) => !(key in catalog))
    .map(([key, text]) => `${file} lacks the text "${key}". Add it; in English it is: ${text}`);
  const wrong = Object.entries(catalog).map(([key, text]) => {
    const original = english[key];
    if (original === undefined)
      return `${file} has the text "${key}", which ${reference}.json does not have. Remove it.`;
    const problem = textProblem(language, text, original);
    return problem && `${file}: the text "${key}" ${problem}`;
  });
  return [...missing, ...wrong.filter((problem) => problem !== null)];
}

function textProblem(language: string, text: string, original: string): string | null {
  if (text.trim() === '') return 'is empty. Write it.';
  const [values, needed] = [valueNames(text), valueNames(original)];
  if (values !== needed) return `has ${valuesOf(values)}. Write ${valuesOf(needed)}, as in the English text.`;
  const lacking = lackingForms(language, parse(text));
  return lacking.length === 0 ? null : `is counted. Add the plural forms ${lacking.join(', ')}.`;
}

function valuesOf(names: string): string {
  return names === '' ? 'no values' : `the values ${names}`;
}

function valueNames(text: string): string {
  return [...valuesIn(parse(text)).keys()].sort().join(', ');
}

/** The plural forms of a language that a text lacks. */
function lackingForms(language: string, tokens: readonly Token[]): readonly string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return tokens.flatMap((token) => {
    if (!('cases' in token)) return [];
    const present = token.cases.map(({ key }) => key);
    const own = token.type === 'plural' ? forms.filter((form) => !present.includes(form)) : [];
    return [...own, ...token.cases.flatMap(({ tokens: inner }) => lackingForms(language, inner))];
  });
}

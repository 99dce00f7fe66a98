import { directionOf, tagOf, type Direction } from '../src/ui/texts/languageTags';
import { languages, readCatalog } from './texts';

/** The texts that a page has before its scripts, in one language. */
interface PageTexts {
  /** Language tag. */
  readonly lang: string;
  readonly dir: Direction;
  readonly noScript: string;
  readonly tooOld: string;
}

/** The texts of a page that does not start, English first. */
export function pageTexts(): readonly PageTexts[] {
  return languages().map((language) => {
    const catalog = readCatalog(language);
    return {
      lang: tagOf(language),
      dir: directionOf(language),
      noScript: catalog['page.noScript'] ?? '',
      tooOld: catalog['page.tooOld'] ?? '',
    };
  });
}

/**
 * Hides these texts in all languages but the reader's, which `src/page-language.ts` marks. Without that script, or in a
 * language without texts, all are shown.
 */
export function pageLanguageStyles(): string {
  const hidden = languages().map((language) => `[data-language='${language}'] #pane > :not(:lang(${language}))[lang]`);
  return `${hidden.join(',\n')} {\n  display: none;\n}`;
}

import german from './texts/compiled/de-later';
import english from './texts/compiled/en-later';
import type { TextsByLanguage } from './texts';

/** The texts of the screens that add, remove and back up photos. */
export const laterTexts: TextsByLanguage = { en: english, de: german };

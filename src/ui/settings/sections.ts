import type { Texts } from '../texts/texts';

/** A section of the settings. */
export type Section = 'account' | 'appearance' | 'photos' | 'help' | 'about';

/** The title of a section, in the menu and above the section. */
export function sectionTitle(section: Section, texts: Texts): string {
  return section === 'about' ? texts('settings.about', { app: texts('app.name') }) : texts(`settings.${section}`);
}

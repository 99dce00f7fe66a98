import { observable, type Observable } from '../../base';
import type { Screen } from '../parts/screens';
import type { Section } from './sections';

/** A choice in the menu; another object for each, since the same section may be chosen again. */
interface OpenedSettings {
  readonly section: Section;
  /** The screen to go back to. */
  readonly before: Screen;
}

const opened = observable<OpenedSettings | null>(null);

/** The last choice in the menu of this pane; null before the first. */
export const openedSettings: Observable<OpenedSettings | null> = opened;

/** Remembers which section was chosen on which screen. */
export function openSettings(section: Section, screen: Screen): void {
  const before = screen === 'settings' ? (opened.value?.before ?? 'message') : screen;
  opened.set({ section, before });
}

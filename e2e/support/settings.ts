import type { FrameLocator, Locator } from '@playwright/test';

/** The sections of the settings, in the order of the menu that opens them. */
const sections = ['account', 'appearance', 'photos', 'help', 'about'] as const;

/** The button at the end of the bar that opens the menu, in any language. */
export function moreButton(pane: FrameLocator): Locator {
  return pane.locator('button[aria-haspopup="menu"]');
}

/** Opens the settings from the menu, at one of their sections; all of them are on one screen. */
export async function openSettings(pane: FrameLocator, section: (typeof sections)[number] = 'account'): Promise<void> {
  await moreButton(pane).click();
  await pane.getByRole('menuitem').nth(sections.indexOf(section)).click();
}

import type { Outlook } from './outlook';
import { expect, test } from './story';

/** How the pane is drawn. */
export interface Look {
  /** Of the pane, in pixels. */
  readonly width: number;
  readonly theme: 'light' | 'dark';
  /** Of the texts, such as `de`. */
  readonly language: string;
  readonly forcedColors: 'none' | 'active';
}

const plain = { theme: 'light', language: 'en', forcedColors: 'none' } as const;

/** The looks in which screens are checked: narrow and dark, narrow with longer words, forced colors, wide. */
export const looks: readonly Look[] = [
  { ...plain, width: 250, theme: 'dark' },
  { ...plain, width: 250, language: 'de' },
  { ...plain, width: 320, theme: 'dark', forcedColors: 'active' },
  { ...plain, width: 500 },
];

/** Draws the open pane in another look, theme and language as if chosen in another pane of the same person. */
export async function drawAs(outlook: Outlook, { width, theme, language, forcedColors }: Look): Promise<void> {
  const { page, pane } = outlook;
  await page.emulateMedia({ forcedColors });
  await page.locator('#pane').evaluate((one, pixels) => one.style.setProperty('width', `${pixels}px`), width);
  await outlook.paneFrame().evaluate((newValue) => {
    dispatchEvent(new StorageEvent('storage', { key: 'choices', newValue }));
  }, JSON.stringify({ theme, language }));
  await expect(pane.locator('html')).toHaveAttribute('data-theme', theme);
  await expect(pane.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
}

/** Draws the open pane in each look and calls `check`, with a name of the look and of what is shown. */
export async function inEachLook(
  outlook: Outlook,
  check: (name: (screen: string) => string, look: Look) => Promise<void>,
  all: readonly Look[] = looks,
): Promise<void> {
  for (const look of all) {
    const title = Object.values(look).join(', ');
    await test.step(title, async () => {
      await drawAs(outlook, look);
      await check((screen) => `${screen}: ${title}`, look);
    });
  }
}

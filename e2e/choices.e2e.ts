import type { FrameLocator, Locator, Page } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from './support/accessible';
import { expect, test, type Editing } from './support/editing';
import { drawAs } from './support/looks';
import { Outlook } from './support/outlook';
import { people } from './support/people';
import { jpegOf } from './support/pictures';
import { openSettings } from './support/settings';

// Theme and language, as in Outlook or as chosen in the settings, and remembered on the machine.

const { lynne, megan } = people;

const darkBackground = 'rgb(41, 41, 41)';
const lightBackground = 'rgb(255, 255, 255)';

/** The lists of the settings, in the order in which they are shown. */
const theme = ({ pane }: Outlook): Locator => pane.getByRole('combobox').nth(0);
const language = ({ pane }: Outlook): Locator => pane.getByRole('combobox').nth(1);

async function openChoices(outlook: Outlook, query = ''): Promise<void> {
  await outlook.open(query);
  await openSettings(outlook.pane, 'appearance');
  await expect(theme(outlook)).toBeVisible();
}

/** The pane is drawn in this theme: its attribute and its background. */
async function expectTheme(pane: FrameLocator, name: 'light' | 'dark'): Promise<void> {
  const background = name === 'dark' ? darkBackground : lightBackground;
  await expect(pane.locator('html')).toHaveAttribute('data-theme', name);
  await expect(pane.locator('html')).toHaveCSS('color-scheme', name);
  await expect(pane.locator('body')).toHaveCSS('background-color', background);
}

async function expectLanguage(pane: FrameLocator, tag: 'en' | 'de'): Promise<void> {
  await expect(pane.locator('html')).toHaveAttribute('lang', tag);
  await expect(pane.getByRole('tab', { name: tag === 'de' ? 'Nachricht' : 'Message' })).toBeVisible();
}

/** A second pane of the same person on the same machine, showing the settings. */
async function openSecond({ context, control, places }: Outlook): Promise<Outlook> {
  const second = new Outlook(await context.newPage(), control, places);
  await openChoices(second);
  return second;
}

/** Switches the theme of Outlook itself. */
async function switchOutlook({ page }: Outlook, name: 'light' | 'dark'): Promise<void> {
  await page.getByLabel('theme').selectOption(name);
  await expect(page.locator('html')).toHaveAttribute('data-theme', name);
}

test('a chosen theme and a chosen language apply at once, to dates too, and hold until Outlook is followed again', async ({
  outlook,
  pane,
  page,
}) => {
  await openChoices(outlook);
  await page.getByRole('button', { name: 'Sandbox' }).click();
  await expectTheme(pane, 'light');
  await switchOutlook(outlook, 'dark');
  await expectTheme(pane, 'dark');
  await theme(outlook).selectOption({ label: 'Light' });
  await expectTheme(pane, 'light');
  await switchOutlook(outlook, 'light');
  await theme(outlook).selectOption({ label: 'Dark' });
  await expectTheme(pane, 'dark');
  await switchOutlook(outlook, 'dark');
  await switchOutlook(outlook, 'light');
  await expectTheme(pane, 'dark');
  await theme(outlook).selectOption({ label: 'Same as Outlook' });
  await expectTheme(pane, 'light');
  await language(outlook).focus();
  await language(outlook).selectOption({ label: 'Deutsch' });
  await expectLanguage(pane, 'de');
  await expect(language(outlook)).toBeFocused();
  await expect(language(outlook)).toHaveValue('de');
  await pane.getByRole('tab').nth(0).click();
  await pane.getByRole('button', { name: `Details zu ${megan.name}` }).click();
  await expect(pane.getByText(/\d{2}\.\d{2}\.20\d{2}, \d{2}:\d{2}/).first()).toBeVisible();
  await openSettings(pane, 'appearance');
  await language(outlook).selectOption({ label: 'English' });
  await expectLanguage(pane, 'en');
  await language(outlook).selectOption({ label: 'Same as Outlook' });
  await expectLanguage(pane, 'en');
  await test.step('both lists work by keyboard alone, and what was chosen is there after a reload', async () => {
    await pane.getByRole('tab', { name: 'Message' }).click();
    await openSettings(pane, 'appearance');
    await expect(pane.getByRole('heading', { name: 'Theme and language' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(theme(outlook)).toBeFocused();
    await page.keyboard.press('End');
    await expectTheme(pane, 'dark');
    await page.keyboard.press('Tab');
    await expect(language(outlook)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expectLanguage(pane, 'de');
    await expect(language(outlook)).toBeFocused();
    await outlook.paneFrame().evaluate(() => location.reload());
    await expectLanguage(pane, 'de');
    await expectTheme(pane, 'dark');
    await openSettings(pane, 'appearance');
    await expect(theme(outlook)).toHaveValue('dark');
    await expect(language(outlook)).toHaveValue('de');
  });
});

test('dates are written as in the region that the browser has for the chosen language', async ({
  outlook,
  pane,
  context,
}) => {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'languages', { get: () => ['de-DE', 'en-GB'] });
    localStorage.setItem('choices', '{"language":"en"}');
  });
  await outlook.open('?language=de-DE');
  await expectLanguage(pane, 'en');
  await pane.getByRole('button', { name: `Details of ${megan.name}` }).click();
  await expect(pane.getByText(/\d{1,2} \w{3,4} 20\d{2}, \d{2}:\d{2}/).first()).toBeVisible();
});

test('where the storage holds nonsense, Outlook is followed; a screen reader gets label, value and options', async ({
  outlook,
  pane,
  context,
}) => {
  await context.addInitScript(() => localStorage.setItem('choices', '{"theme":{},"language":"xx"}'));
  await openChoices(outlook, '?theme=dark&language=de-DE');
  await expectTheme(pane, 'dark');
  await expectLanguage(pane, 'de');
  await expect(theme(outlook)).toHaveValue('');
  await expect(language(outlook)).toHaveValue('');
  await test.step('a screen reader gets label, value and options, and each language in its own language', async () => {
    await expect(pane.getByRole('region', { name: 'Design und Sprache' })).toMatchAriaSnapshot(`
      - text: Design
      - combobox "Design":
        - option "Wie Outlook" [selected]
        - option "Hell"
        - option "Dunkel"
      - text: Sprache
      - combobox "Sprache":
        - option "Wie Outlook" [selected]
        - option "Deutsch"
        - option "English"
    `);
    await expect(pane.getByRole('option', { name: 'English' })).toHaveAttribute('lang', 'en');
    await expect(pane.getByRole('option', { name: 'Deutsch' })).toHaveAttribute('lang', 'de');
    await theme(outlook).selectOption('dark');
    await language(outlook).selectOption('en');
    await expect(pane.getByRole('region', { name: 'Theme and language' })).toMatchAriaSnapshot(`
      - combobox "Theme":
        - option "Same as Outlook"
        - option "Light"
        - option "Dark" [selected]
      - text: Language
      - combobox "Language":
        - option "Same as Outlook"
        - option "Deutsch"
        - option "English" [selected]
    `);
  });
});

test('a language whose file does not load is named as missing, and loads with the next try', async ({
  outlook,
  pane,
  page,
  editing,
}) => {
  const file = /\/texts-de\.[0-9a-f]+\.js$/;
  await page.route(file, (route) => route.abort());
  await openChoices(outlook);
  await language(outlook).selectOption({ label: 'Deutsch' });
  await editing.expectText('This language could not be loaded.');
  await expectLanguage(pane, 'en');
  await expectAccessible(page);
  await page.unroute(file);
  await editing.button('Try again').click();
  await expectLanguage(pane, 'de');
  await expect(pane.getByText('could not be loaded')).toHaveCount(0);
  await test.step('axe finds nothing, and nothing is cut off, in any theme and language', async () => {
    for (const [width, forcedColors] of [
      [250, 'none'],
      [500, 'none'],
      [250, 'active'],
    ] as const) {
      for (const [name, tag] of [
        ['dark', 'de'],
        ['light', 'en'],
      ] as const) {
        const screen = [width, name, tag, forcedColors].join(', ');
        await drawAs(outlook, { width, theme: 'light', language: 'en', forcedColors });
        await theme(outlook).selectOption(name);
        await language(outlook).selectOption(tag);
        await expectLanguage(pane, tag);
        await expect(pane.locator('html')).toHaveAttribute('data-theme', name);
        await expectAccessible(page, screen);
        await expectNothingCutOff(pane, screen);
      }
    }
  });
});

interface Frames {
  /** Background of the page in each frame that was drawn. */
  readonly backgrounds: string[];
  /** What the page's main part said in each frame, without the text for a page that does not start. */
  readonly texts: string[];
}

/** Notes what each frame of the pane shows, from the first one. */
async function recordFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (!location.pathname.endsWith('taskpane.html')) return;
    const frames: Frames = { backgrounds: [], texts: [] };
    Object.assign(window, { frames_: frames });
    const record = (): void => {
      if (document.querySelector('#pane')) {
        frames.backgrounds.push(getComputedStyle(document.body).backgroundColor);
        const text = document.body.innerText.trim();
        if (text) frames.texts.push(text);
      }
      requestAnimationFrame(record);
    };
    requestAnimationFrame(record);
  });
}

test('the first frame of the next pane, the page after the consent and a pane that cannot start follow the choices', async ({
  outlook,
  pane,
  page,
  context,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openChoices(outlook);
  await theme(outlook).selectOption({ label: 'Dark' });
  await language(outlook).selectOption({ label: 'Deutsch' });
  await expectLanguage(pane, 'de');
  await recordFrames(page);
  await outlook.open();
  await outlook.expectFace(megan);
  await expectLanguage(pane, 'de');
  const { backgrounds, texts } = await outlook
    .paneFrame()
    .evaluate(() => (window as unknown as { frames_: Frames }).frames_);
  expect(backgrounds.length).toBeGreaterThan(0);
  expect(new Set(backgrounds)).toEqual(new Set([darkBackground]));
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => /Message|Looking for|My photo|Look up/.test(text))).toEqual([]);
  const consent = await context.newPage();
  await consent.goto(`${new URL('signin.html', outlook.places.pane)}?error=access_denied&state=consent`);
  await expect(consent.locator('html')).toHaveAttribute('lang', 'de');
  await expect(consent.locator('html')).toHaveAttribute('data-theme', 'dark');
  await consent.close();
  await page.route('**/office.js', (route) => route.abort());
  await outlook.open();
  await expect(pane.getByText('Outlooks Skript wurde nicht geladen')).toBeVisible();
  await expectTheme(pane, 'dark');
});

for (const [kind, breakStorage] of [
  [
    'blocked',
    () =>
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('Blocked', 'SecurityError');
        },
      }),
  ],
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
    },
  ],
] as const) {
  test(`where the storage is ${kind}, a choice holds for the open pane`, async ({ outlook, pane, context }) => {
    await context.addInitScript(breakStorage);
    await openChoices(outlook);
    await theme(outlook).selectOption('dark');
    await language(outlook).selectOption('de');
    await expectTheme(pane, 'dark');
    await expectLanguage(pane, 'de');
    await pane.getByRole('tab').nth(0).click();
    await outlook.expectFace(megan);
    await expectTheme(pane, 'dark');
    await outlook.open();
    await outlook.expectFace(megan);
    await expectTheme(pane, 'light');
    await expectLanguage(pane, 'en');
  });
}

/** Opens a picture in My photo and moves it under the mask; returns what says how it lies. */
async function cropPicture(editing: Editing, pane: FrameLocator): Promise<() => Promise<string>> {
  await editing.openMyPhoto();
  await editing.openPicture(await jpegOf(900, 900));
  await editing.button('Turn right').click();
  await editing.openMoreTools();
  await editing.button('Move left').click();
  await pane.getByRole('slider').first().fill('20');
  const picture = pane.getByRole('application').locator('xpath=..').locator('img');
  return () => picture.evaluate(({ style }) => style.transform);
}

test('a picture that is being cropped and a person who was looked up stay, through the choices of this pane and another', async ({
  outlook,
  editing,
  pane,
}) => {
  const position = await cropPicture(editing, pane);
  await pane.getByRole('tab', { name: 'Look up' }).click();
  await pane.getByLabel('Address').fill(lynne.address);
  await outlook.page.keyboard.press('Enter');
  await outlook.expectFace({ name: lynne.address, address: lynne.address });
  await pane.getByRole('tab').nth(1).click();
  const before = await position();
  expect(before).toContain('rotate(90deg) scale(2, 2)');
  const second = await openSecond(outlook);
  await theme(second).selectOption('dark');
  await language(second).selectOption('de');
  await expectLanguage(pane, 'de');
  await expectTheme(pane, 'dark');
  await expect(editing.button('Speichern')).toBeVisible();
  expect(await position()).toBe(before);
  await outlook.page.bringToFront();
  await pane.getByRole('tab').nth(2).click();
  await outlook.expectFace({ name: lynne.address, address: lynne.address });
  await expect(pane.getByLabel('Adresse')).toHaveValue(lynne.address);
  await openSettings(pane, 'appearance');
  await expect(theme(outlook)).toHaveValue('dark');
  await language(outlook).selectOption('en');
  await expectLanguage(second.pane, 'en');
  await pane.getByRole('tab').nth(1).click();
  await expect(editing.button('Save')).toBeVisible();
  expect(await position()).toBe(before);
});

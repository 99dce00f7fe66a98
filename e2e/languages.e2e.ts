import type { FrameLocator } from '@playwright/test';
import { expectAccessible, expectNothingCutOff, expectTextsInside } from './support/accessible';
import { expect, test, type Editing } from './support/editing';
import { drawAs } from './support/looks';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import { jpegOf } from './support/pictures';

// Every language of the pane, where it is narrowest.

const { megan, lynne } = people;

/** Tag of Outlook's language, tag of the texts, and the name of the first tab. */
const languages = [
  ['en-US', 'en', 'Message'],
  ['de-DE', 'de', 'Nachricht'],
  ['fr-FR', 'fr', 'Message'],
  ['es-ES', 'es', 'Mensaje'],
  ['it-IT', 'it', 'Messaggio'],
  ['nl-NL', 'nl', 'Bericht'],
  ['pt-BR', 'pt', 'Mensagem'],
  ['pl-PL', 'pl', 'Wiadomość'],
  ['ja-JP', 'ja', 'メッセージ'],
  ['zh-CN', 'zh-Hans', '邮件'],
  ['ar-SA', 'ar', 'الرسالة'],
] as const;

const picture = jpegOf(300, 300);

/** The languages whose texts were loaded; those of English that come later are loaded in every language. */
function textFiles(outlook: Outlook): Promise<readonly string[]> {
  return outlook.paneFrame().evaluate(() => {
    const names = performance.getEntriesByType('resource').map(({ name }) => /\/texts-(\w+)\./.exec(name)?.[1] ?? '');
    return [...new Set(names.filter((name) => name !== ''))].sort();
  });
}

interface Walk {
  readonly outlook: Outlook;
  readonly editing: Editing;
  readonly pane: FrameLocator;
}

/** Shows each screen and calls `check` there. The tabs are in the same order in every language. */
async function forEachScreen(
  { outlook, editing, pane }: Walk,
  check: (screen: string) => Promise<void>,
): Promise<void> {
  const tab = (index: number): Promise<void> => pane.getByRole('tab').nth(index).click();
  await outlook.expectFace(megan);
  await check('message');
  await pane.locator('section button').first().click();
  await pane.locator('#screen [aria-expanded="false"]').click();
  await expect(pane.locator('dd', { hasText: '648' }).first()).toBeVisible();
  await check('details');
  await tab(1);
  await expect(pane.locator('#screen img').first()).toBeVisible();
  await check('my photo');
  await editing.choosePicture(await picture, () => pane.locator('#screen section ~ div button').first().click());
  await expect(pane.getByRole('slider').first()).toBeVisible();
  await check('editor');
  await tab(2);
  await pane.getByRole('combobox').fill(lynne.address);
  await outlook.page.keyboard.press('Enter');
  await outlook.expectFace({ name: lynne.address, address: lynne.address });
  await check('look up');
  await pane.locator('[aria-haspopup="menu"]').click();
  await check('the menu');
  await pane.getByRole('menuitem').nth(1).click();
  await expect(pane.getByRole('combobox')).toHaveCount(2);
  await check('settings');
}

test('every language of Outlook has its texts and direction, and one without texts the English ones', async ({
  outlook,
  pane,
}) => {
  for (const [tag, lang, message] of [...languages, ['sv-SE', 'en', 'Message'] as const]) {
    await test.step(tag, async () => {
      await outlook.open(`?language=${tag}`);
      await expect(pane.locator('html')).toHaveAttribute('lang', lang);
      await expect(pane.locator('html')).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
      await expect(pane.getByRole('tab').first()).toHaveText(message);
      await expect.poll(() => textFiles(outlook)).toEqual(lang === 'en' ? ['en'] : ['en', tag.slice(0, 2)].sort());
    });
  }
});

test('nothing is cut off on any screen in any language', async ({ outlook, editing, pane }) => {
  await outlook.open('?width=250');
  await forEachScreen({ outlook, editing, pane }, async (screen) => {
    for (const [, lang] of languages) {
      const name = `${screen}, ${lang}`;
      await drawAs(outlook, { width: 250, theme: 'light', language: lang.slice(0, 2), forcedColors: 'none' });
      await expectNothingCutOff(pane, name);
      await expectTextsInside(outlook.paneFrame(), name);
    }
  });
});

test('axe finds nothing in Arabic, addresses stay as they are written, and the arrow back points to the right', async ({
  outlook,
  editing,
  pane,
  page,
}) => {
  await outlook.open('?language=ar-SA&width=250&theme=dark');
  await forEachScreen({ outlook, editing, pane }, async (screen) => {
    await expectAccessible(page, screen);
    if (screen === 'message') {
      await expect(pane.getByText(megan.address, { exact: true }).first()).toHaveCSS('direction', 'ltr');
    }
    if (screen === 'details' || screen === 'settings') {
      await expect(pane.locator('#screen button svg').first()).toHaveCSS('transform', 'matrix(-1, 0, 0, 1, 0, 0)');
    }
    if (screen === 'details') {
      await expect(pane.locator('#screen dt').first()).toHaveCSS('text-align', 'start');
    }
    if (screen === 'settings') {
      await expect(pane.locator('bdi', { hasText: 'https://' }).first()).toHaveCSS('unicode-bidi', 'isolate');
      await expect(pane.getByRole('option', { name: '中文' })).toHaveAttribute('lang', 'zh-Hans');
    }
  });
});

test.describe('a page that does not start', () => {
  test.use({ locale: 'fr-CA' });

  test('says so in the language of the reader, and in all where no script runs', async ({ outlook, page }) => {
    const address = new URL('taskpane.html', outlook.places.pane).href;
    // They become visible after ten seconds, which are not waited for.
    const shown = (): Promise<readonly string[]> =>
      page
        .locator('.did-not-start')
        .evaluateAll((all: HTMLElement[]) =>
          all.filter((one) => getComputedStyle(one).display !== 'none').map(({ lang, dir }) => `${lang} ${dir}`),
        );
    for (const script of ['office', 'taskpane.*']) await page.route(`**/${script}.js`, (route) => route.abort());
    await page.goto(address);
    expect(await shown()).toEqual(['fr ltr']);
    await page.route('**/page-start.*.js', (route) => route.abort());
    await page.goto(address);
    expect(await shown()).toHaveLength(languages.length);
    expect(await shown()).toContain('ar rtl');
  });
});

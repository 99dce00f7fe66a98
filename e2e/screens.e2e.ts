import type { FrameLocator, Locator } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from './support/accessible';
import { BusyMachine } from './support/busyMachine';
import { inEachLook } from './support/looks';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import { expect, test } from './support/story';

const { adele, diego, frank, isaiah, lynne, maximiliane, megan } = people;

async function expectText(pane: FrameLocator, text: string): Promise<void> {
  await expect(pane.getByText(text).first()).toBeVisible();
}

function tab(pane: FrameLocator, index: number): Locator {
  return pane.getByRole('tab').nth(index);
}

function button(pane: FrameLocator, name: string): Locator {
  return pane.getByRole('button', { name });
}

test('details opened before their code is loaded are drawn afterwards, on a busy machine too', async ({
  outlook,
  pane,
}) => {
  const machine = await BusyMachine.start(outlook);
  await outlook.open();
  await outlook.expectFace(megan);
  await machine.holdFrames();
  await button(pane, `Details of ${megan.name}`).click();
  await machine.releaseCodeThenFrames('details');
  await expect(button(pane, 'Copy the picture')).toBeVisible();
});

test('tabs are reached with the arrow keys, and details with Enter; my photo stays, whatever is selected', async ({
  outlook,
  pane,
  page,
}) => {
  const { keyboard } = page;
  await outlook.open();
  await outlook.expectFace(megan);
  await tab(pane, 0).focus();
  // The menu at the end of the bar is between them.
  for (const key of ['Tab', 'Tab', 'Enter']) await keyboard.press(key);
  await expectText(pane, 'Sharp up to 648 px');
  await expect(button(pane, 'Back')).toBeFocused();
  await keyboard.press('Enter');
  await expect(button(pane, `Details of ${megan.name}`)).toBeVisible();
  await tab(pane, 0).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await keyboard.press(key);
  await expect(pane.getByRole('combobox', { name: 'Name or address' })).toBeVisible();
  await tab(pane, 1).click();
  await outlook.expectFace(adele);
  await expectText(pane, 'you');
  await outlook.select(diego.address);
  await outlook.expectFace(adele);
});

/** axe finds nothing in what the pane shows now, and nothing of it is cut off. */
async function expectSound({ page, pane }: Outlook, screen: string): Promise<void> {
  await expect(pane.getByText('Looking for the photo')).toHaveCount(0);
  await expectAccessible(page, screen);
  await expectNothingCutOff(pane, screen);
}

test('axe finds nothing on any screen in any look, and nothing is cut off; the theme is Outlook’s', async ({
  outlook,
  pane,
  page,
}) => {
  const root = pane.locator('body');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await outlook.open('?theme=dark&item=on-behalf');
  await expect(root).toHaveCSS('background-color', 'rgb(41, 41, 41)');
  await page.getByRole('button', { name: 'Sandbox' }).click();
  await page.getByLabel('theme').selectOption('light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(root).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await inEachLook(outlook, async (name, { width, forcedColors }) => {
    const item = width === 500 ? 'on-behalf' : megan.address;
    await outlook.select(item);
    await outlook.expectFace(width === 500 ? lynne : megan);
    await expectSound(outlook, name('message'));
    if (forcedColors === 'active') {
      const underline = (index: number): Promise<string> =>
        tab(pane, index).evaluate((element) => getComputedStyle(element, '::after').backgroundColor);
      expect(await underline(0), 'the selected tab differs').not.toBe(await underline(1));
    }
    for (const [index, screen] of ['my photo', 'look-up'].entries()) {
      await tab(pane, index + 1).click();
      await expectSound(outlook, name(screen));
    }
    await tab(pane, 0).click();
    await pane.getByRole('tabpanel').getByRole('button').last().click();
    await expect(pane.locator('button[aria-expanded]')).toHaveCount(1);
    await expectSound(outlook, name('details'));
    await pane.locator('#screen button').first().click();
  });
});

test('axe finds nothing for any kind of item in a narrow, dark pane, and nothing is cut off', async ({
  outlook,
  pane,
}) => {
  const title = pane.getByRole('heading', { level: 2 });
  await outlook.open('?item=none&width=250&theme=dark&permission=ReadWriteMailbox');
  await expect(title).toBeVisible();
  await expectSound(outlook, 'no item');
  for (const [item, heading] of [
    ['draft', adele.name],
    ['appointment', megan.name],
    ['meeting', diego.name],
    ['group', megan.name],
    ['everybody', 'Alex Wilber'],
    [isaiah.address, isaiah.name],
    [frank.address, frank.name],
    [maximiliane.address, maximiliane.name],
    [megan.address, megan.name],
  ] as const) {
    await test.step(item, async () => {
      await outlook.select(item);
      await expect(title).toHaveText(heading);
      await expectSound(outlook, item);
    });
  }
  await outlook.toggle(diego.address);
  await outlook.expectFace(diego);
  await expectSound(outlook, 'several messages');
});

test('axe finds nothing in a narrow, dark pane without a face, and nothing is cut off', async ({ outlook, pane }) => {
  for (const state of ['item=draft&drafts=late', 'bridge=none', 'bridge=persistent', 'bridge=wrongaccount']) {
    await test.step(state, async () => {
      await outlook.open(`?${state}&width=250&theme=dark`);
      await expect(pane.getByRole('heading', { level: 2 })).toBeVisible();
      await expectSound(outlook, state);
    });
  }
});

test('Outlook in German gets a German pane, which says where it does not follow the selection', async ({
  outlook,
  pane,
}) => {
  await outlook.open(`?pinned=no&width=250&theme=dark&language=de-DE&item=${encodeURIComponent(isaiah.address)}`);
  await expectText(pane, 'Es wurde kein Foto hinterlegt.');
  await expect(pane.locator('html')).toHaveAttribute('lang', 'de');
  await outlook.select(diego.address);
  await expect(pane.getByRole('heading', { name: 'Dieser Bereich folgt der Auswahl nicht' })).toBeVisible();
  await expect(pane.getByText(isaiah.name)).toHaveCount(0);
  await expectText(pane, 'Klicken Sie oben im Bereich auf die Stecknadel');
  await expectSound(outlook, 'not followed');
});

test('a page that does not start says why: a plain browser tab, a wrong value in the config block, no Office.js', async ({
  outlook,
  pane,
  page,
}) => {
  await page.goto(outlook.places.pane);
  await expect(page.getByText('Open this page in Outlook')).toBeVisible();
  await page.route('**/taskpane.html*', async (route) => {
    const response = await route.fetch();
    const change = (_all: string, start: string, block: string): string =>
      start + JSON.stringify({ ...(JSON.parse(block) as object), serviceUrl: 'graph' });
    const body = (await response.text()).replace(/(id="config">)([^<]*)/, change);
    await route.fulfill({ response, body });
  });
  await outlook.open();
  await expectText(pane, 'The add-in is not fully set up');
  await expectText(pane, '“serviceUrl”');
  await page.unroute('**/taskpane.html*');
  await page.route('**/office.js', (route) => route.abort());
  await outlook.open();
  await expectText(pane, 'Outlook’s script did not load');
});

test('where a policy blocks a part of Office.js, the pane names the host of that part', async ({
  outlook,
  pane,
  page,
  reports,
}) => {
  reports.allow(/Content Security Policy|MicrosoftAjax|request to https:\/\/ajax\.aspnetcdn\.com/);
  // Office.js then loads this part itself, from a host that the policy does not name.
  await page.route('**/taskpane.html*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<script src="[^"]*MicrosoftAjax.js"><\/script>/, '');
    await route.fulfill({ response, body });
  });
  await outlook.open();
  await expectText(pane, 'A part of Outlook’s script is blocked');
  await expectText(pane, 'ajax.aspnetcdn.com');
});

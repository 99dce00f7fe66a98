import type { FrameLocator, Locator } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from './support/accessible';
import { inEachLook } from './support/looks';
import { people } from './support/people';
import { moreButton, openSettings } from './support/settings';
import { expect, test } from './support/story';

// The menu at the end of the bar, and the settings that it opens.

const { adele, megan } = people;

function heading(pane: FrameLocator, name: string): Locator {
  return pane.getByRole('heading', { level: 3, name, exact: true });
}

test('a menu beside three tabs opens each section of the settings by keyboard: account, theme, photos, help and version', async ({
  outlook,
  page,
  pane,
}) => {
  const { keyboard } = page;
  await outlook.open();
  await outlook.expectFace(megan);
  await expect(moreButton(pane)).toBeVisible();
  await expect(pane.getByRole('tablist')).toMatchAriaSnapshot(`
    - tablist "Screens":
      - /children: equal
      - tab "Message" [selected]
      - tab "My photo"
      - tab "Look up"
  `);
  await pane.getByRole('tab').first().focus();
  await keyboard.press('Tab');
  await expect(moreButton(pane)).toBeFocused();
  await expect(moreButton(pane)).toHaveAccessibleName('More options');
  await keyboard.press('Enter');
  await expect(pane.getByRole('menu')).toMatchAriaSnapshot(`
    - menu "More options":
      - group "Signed in as ${adele.address}":
        - menuitem "Account and permissions"
        - menuitem "Theme and language"
        - menuitem "Kept photos"
        - menuitem "Help"
        - menuitem "About User Photo"
  `);
  await expectAccessible(page, 'the menu');
  await expect(pane.getByRole('menuitem').first()).toBeFocused();
  for (const [index, name] of ['Account and permissions', 'Theme and language', 'Kept photos'].entries()) {
    if (index > 0) {
      await moreButton(pane).focus();
      await keyboard.press('Enter');
      await expect(pane.getByRole('menuitem').first()).toBeFocused();
    }
    for (let step = 0; step < index; step++) await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(pane.getByRole('menu')).toHaveCount(0);
    await expect(heading(pane, name)).toBeFocused();
    await expect(heading(pane, name)).toBeInViewport();
  }
  const settings = pane.getByRole('region', { name: 'Settings' });
  await expect(settings.getByRole('heading', { level: 3 })).toHaveText([
    'Account and permissions',
    'Theme and language',
    'Kept photos',
    'Help',
    'About User Photo',
  ]);
  const account = settings.getByRole('region', { name: 'Account and permissions' });
  for (const text of [adele.address, 'User.ReadBasic.All']) await expect(account).toContainText(text);
  await expect(account.getByRole('switch', { name: 'Use my contacts' })).not.toBeChecked();
  await expect(account.getByRole('link', { name: 'Everybody’s photos' })).toHaveAttribute('href', 'people.html');
  const href = await account.getByRole('link', { name: 'Approve for the whole organization' }).getAttribute('href');
  const scope = new URL(href ?? '').searchParams.get('scope');
  expect(scope).toBe('User.Read User.ReadBasic.All openid profile offline_access');
  await expect(settings.getByRole('region', { name: 'Help' })).toContainText('Copy diagnosis');
  const about = settings.getByRole('region', { name: 'About User Photo' });
  for (const text of ['Microsoft Graph', '/v1.0', '1.0.0']) await expect(about).toContainText(text);
});

test('Escape closes the menu, and Back leaves the settings for the screen before; both give the focus back', async ({
  outlook,
  page,
  pane,
}) => {
  await outlook.open();
  await outlook.expectFace(megan);
  await pane.getByRole('tab', { name: 'Look up' }).click();
  await moreButton(pane).click();
  await expect(pane.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(pane.getByRole('menu')).toHaveCount(0);
  await expect(moreButton(pane)).toBeFocused();
  await openSettings(pane, 'help');
  await expect(heading(pane, 'Help')).toBeFocused();
  await expect(pane.getByRole('tabpanel')).toHaveCount(0);
  await expect(pane.getByRole('tab', { selected: true })).toHaveCount(0);
  await openSettings(pane, 'about');
  await pane.getByRole('button', { name: 'Back' }).click();
  await expect(pane.getByRole('combobox', { name: 'Name or address' })).toBeVisible();
  await expect(pane.getByRole('tab', { name: 'Look up' })).toHaveAttribute('aria-selected', 'true');
  await expect(moreButton(pane)).toBeFocused();
});

test('bar, menu and settings fit and are accessible in every look', async ({ outlook, page, pane }) => {
  await outlook.open();
  await expect(moreButton(pane)).toBeVisible();
  await inEachLook(outlook, async (name) => {
    const middles = await pane
      .getByRole('tab')
      .or(moreButton(pane))
      .evaluateAll((all) =>
        all.map((one) => {
          const { top, height } = one.getBoundingClientRect();
          return Math.round(top + height / 2);
        }),
      );
    expect(middles).toHaveLength(4);
    expect(new Set(middles).size, 'the bar is one row').toBe(1);
    await moreButton(pane).click();
    await expect(pane.getByRole('menuitem').first()).toBeFocused();
    await expectAccessible(page, name('the menu'));
    await expectNothingCutOff(pane, name('the menu'));
    const menu = await pane.getByRole('menu').evaluate((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left >= 0 && right <= innerWidth;
    });
    expect(menu, 'the menu is inside the pane').toBe(true);
    const covered = await pane.getByRole('menuitem').evaluateAll(
      (items) =>
        items.filter((item) => {
          const { left, top, width, height } = item.getBoundingClientRect();
          return !item.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        }).length,
    );
    expect(covered, 'items that something covers').toBe(0);
    await pane.getByRole('menuitem').last().click();
    await expect(pane.getByRole('heading', { level: 3 }).last()).toBeFocused();
    await expectAccessible(page, name('the settings'));
    await expectNothingCutOff(pane, name('the settings'));
    await pane.locator('#screen button').first().click();
    await expect(pane.getByRole('tabpanel')).toBeVisible();
  });
});

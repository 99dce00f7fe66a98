import type { Page } from '@playwright/test';
import { expectAccessiblePage } from './support/accessible';
import type { Outlook } from './support/outlook';
import { people } from './support/people';
import { openSettings } from './support/settings';
import { expect, test } from './support/story';

// An administrator approves the permissions for the whole organization, and comes back to a page of the add-in.

const contoso = '1717622f-1d94-4d04-9d74-f907ad6677b4';

/** Follows the link in the settings, in the administrator's pane, to the consent page and picks the account. */
async function openConsentPage(outlook: Outlook, account: string = people.alex.name): Promise<Page> {
  const { pane, context } = outlook;
  await outlook.open(`?account=${encodeURIComponent(people.alex.address)}`);
  await openSettings(pane);
  const opening = context.waitForEvent('page');
  await pane.getByRole('link', { name: /^(Approve f|Für d)/ }).click();
  const page = await opening;
  await page.getByRole('link', { name: account }).click();
  return page;
}

test('after the approval the page says what was approved and for which organization, and nobody is asked again', async ({
  outlook,
  control,
  pane,
}) => {
  await control.patch({ consent: { [people.adele.address]: [] } });
  await test.step('without the approval the same person is asked', async () => {
    await outlook.open();
    await expect(pane.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });
  const page = await openConsentPage(outlook);
  await page.getByRole('link', { name: 'Accept' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Approved for the whole organization');
  await expect(page.getByRole('listitem')).toHaveText([
    'Sign the person in and read their own profile and photo. User.Read',
    'Read the names, addresses and photos of everybody in the organization. User.ReadBasic.All',
  ]);
  await expect(page.getByText(contoso)).toBeVisible();
  await expect(page.getByText('You can close this window.')).toBeVisible();
  await expect(page.getByText('Outlook does not answer')).toHaveCount(0);
  await expectAccessiblePage(page);
  await page.close();
  await outlook.open();
  await outlook.expectFace(people.megan);
  await expect(pane.getByRole('button', { name: 'Sign in' })).toHaveCount(0);
});

test('after a refusal the page says that nothing was changed and who can approve, and leads back by keyboard', async ({
  outlook,
  control,
}) => {
  const page = await openConsentPage(outlook, people.adele.name);
  await test.step('a person who is no administrator comes back to the page that says who can approve', async () => {
    await expect(page.getByRole('heading', { name: 'Need admin approval' })).toBeVisible();
    await page.getByRole('link', { name: 'Return to the application' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not approved');
  });
  await page.getByRole('link', { name: 'Open the approval page again' }).click();
  await page.getByRole('link', { name: people.alex.name }).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not approved');
  await expect(page.getByText('Nothing was changed')).toBeVisible();
  await expect(page.getByText('Privileged Role Administrator')).toBeVisible();
  await expect(page.getByText('consent_required')).toBeVisible();
  await expectAccessiblePage(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Open the approval page again' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: people.alex.name }).click();
  await page.getByRole('link', { name: 'Accept' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Approved for the whole organization');
  await expect
    .poll(() => control.state())
    .toMatchObject({
      adminConsent: { 'contoso.com': ['User.Read', 'User.ReadBasic.All'] },
    });
});

test('text of the address is not shown', async ({ page, places }) => {
  const signInPage = new URL('signin.html', places.pane).href;
  const text = 'Call 555';
  const query = new URLSearchParams({ error: text, error_description: text, tenant: text, scope: text });
  await page.goto(`${signInPage}?${query}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not approved');
  await expect(page.getByText(text)).toHaveCount(0);
  query.delete('error');
  query.set('admin_consent', 'True');
  await page.goto(`${signInPage}?${query}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Approved for the whole organization');
  await expect(page.getByText(text)).toHaveCount(0);
  await expect(page.getByText('User Photo may now')).toHaveCount(0);
});

/** The page is German and dark, also in forced colors, and axe finds nothing. */
async function expectGermanPage(page: Page, title: string, text: string): Promise<void> {
  for (const [forcedColors, background] of [
    ['none', 'rgb(41, 41, 41)'],
    ['active', 'rgb(0, 0, 0)'],
  ] as const) {
    await page.emulateMedia({ forcedColors });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByText(text)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.locator('body')).toHaveCSS('background-color', background);
    await expectAccessiblePage(page);
  }
}

test.describe('in German, dark and narrow', () => {
  test.use({ locale: 'de-DE', colorScheme: 'dark', viewport: { width: 250, height: 640 } });

  test('after a refusal and after the approval the page is German, and axe finds nothing', async ({ outlook }) => {
    const page = await openConsentPage(outlook);
    await page.getByRole('link', { name: 'Cancel' }).click();
    await expectGermanPage(page, 'Nicht zugestimmt', 'Es wurde nichts geändert');
    await page.getByRole('link', { name: 'Seite zum Zustimmen wieder öffnen' }).click();
    await page.getByRole('link', { name: people.alex.name }).click();
    await page.getByRole('link', { name: 'Accept' }).click();
    const text = 'Namen, Adressen und Fotos aller in der Organisation lesen.';
    await expectGermanPage(page, 'Zugestimmt für die ganze Organisation', text);
  });
});

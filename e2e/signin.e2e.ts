import { people } from './support/people';
import type { BrowserContext, FrameLocator, Page } from '@playwright/test';
import type { Outlook } from './support/outlook';
import { openSettings } from './support/settings';
import { expect, test } from './support/story';

const button = (pane: FrameLocator, name: string) => pane.getByRole('button', { name, exact: true });

/** Clicks the pane's button and gives the window that it opens, once the identity provider has filled it. */
async function openDialog(context: BrowserContext, pane: FrameLocator, name = 'Sign in'): Promise<Page> {
  const opening = context.waitForEvent('page');
  await button(pane, name).click();
  const dialog = await opening;
  await expect(dialog.getByRole('heading', { name: 'Pick an account' })).toBeVisible();
  return dialog;
}

test('a bridge that comes at once or late signs in silently', async ({ outlook }) => {
  for (const [bridge, person] of [
    ['initialize', people.megan],
    ['late', people.diego],
  ] as const) {
    await outlook.open(`?bridge=${bridge}&item=${encodeURIComponent(person.address)}`);
    await outlook.expectFace(person);
  }
});

/** The token that a dialog has brought serves another person too, and the settings know whose it is. */
async function expectTokenReused(outlook: Outlook): Promise<void> {
  await outlook.select(people.diego.address);
  await outlook.expectFace(people.diego);
  await openSettings(outlook.pane);
  await expect(outlook.pane.getByText(people.adele.address).first()).toBeVisible();
  expect(outlook.context.pages()).toHaveLength(1);
}

test('with a bridge that refuses, a dialog signs in, and its token is reused', async ({ outlook, context, pane }) => {
  await outlook.open('?bridge=refusing');
  const dialog = await openDialog(context, pane);
  await dialog.getByRole('link', { name: 'Adele Vance' }).click();
  await outlook.expectFace(people.megan);
  await expectTokenReused(outlook);
});

test('with no bridge a dialog signs in, after it was closed, with the wrong account and with a refusal', async ({
  outlook,
  control,
  context,
  pane,
}) => {
  const notSignedIn = pane.getByText('You have not signed in');
  await control.patch({ consent: { [people.adele.address]: ['User.Read'] } });
  await outlook.open('?bridge=none');
  await test.step('with no bridge the pane stays usable without signing in', async () => {
    await expect(button(pane, 'Sign in')).toBeVisible();
    await openSettings(pane);
    await expect(pane.getByText('not signed in yet')).toBeVisible();
    await pane.getByRole('tab', { name: 'Message' }).click();
  });
  await test.step('a closed dialog is no error, and can be opened again', async () => {
    await (await openDialog(context, pane)).close();
    await expect(notSignedIn).toBeVisible();
    await (await openDialog(context, pane)).close();
    await expect(notSignedIn).toBeVisible();
  });
  await test.step('the wrong account picked in the dialog is refused', async () => {
    const dialog = await openDialog(context, pane);
    await dialog.getByRole('link', { name: 'Nina Torres' }).click();
    await expect(pane.getByText('You are signed in as nina@fabrikam.com')).toBeVisible();
    await expect(notSignedIn).toHaveCount(0);
  });
  await test.step('the dialog requests consent, and a refusal is no error', async () => {
    const dialog = await openDialog(context, pane, 'Sign in with the mailbox’s account');
    await dialog.getByRole('link', { name: 'Adele Vance' }).click();
    await expect(dialog.getByText('User.ReadBasic.All')).toBeVisible();
    await dialog.getByRole('link', { name: 'Cancel' }).click();
    await expect(notSignedIn).toBeVisible();
    const again = await openDialog(context, pane);
    await again.getByRole('link', { name: 'Adele Vance' }).click();
    await again.getByRole('link', { name: 'Accept' }).click();
    await outlook.expectFace(people.megan);
  });
  await expectTokenReused(outlook);
});

test('a blocked window is reported, and no second one opens without a click', async ({
  outlook,
  page,
  context,
  pane,
  reports,
}) => {
  // The notice that Office.js would draw itself, which the page's policy keeps out.
  reports.allow(/TrustedScript/);
  await page.addInitScript(() => {
    Object.assign(globalThis, { open: () => null });
  });
  await outlook.open('?bridge=none');
  await button(pane, 'Sign in').click();
  await expect(pane.getByText('The sign-in window was blocked')).toBeVisible();
  await button(pane, 'Try again').click();
  await expect(pane.getByText('The sign-in window was blocked')).toBeVisible();
  await openSettings(pane);
  expect(context.pages()).toHaveLength(1);
});

test('a dialog replaces a bridge that never answers', async ({ outlook, context, pane }) => {
  await outlook.open('?bridge=silent');
  // The pane waits ten seconds for the bridge.
  await expect(button(pane, 'Sign in')).toBeVisible({ timeout: 20_000 });
  const dialog = await openDialog(context, pane);
  await dialog.getByRole('link', { name: 'Adele Vance' }).click();
  await outlook.expectFace(people.megan);
});

test('consent is requested only after a click, and brings the face after it was cancelled once', async ({
  outlook,
  control,
  page,
  pane,
}) => {
  await control.patch({ consent: { [people.adele.address]: ['User.Read'] } });
  await outlook.open();
  await test.step('a cancelled prompt is no error, and the pane offers the next step', async () => {
    await button(pane, 'Sign in').click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(pane.getByText('You have not signed in')).toBeVisible();
  });
  await button(pane, 'Sign in').click();
  await expect(page.getByText('User.ReadBasic.All')).toBeVisible();
  await page.getByRole('button', { name: 'Accept' }).click();
  await outlook.expectFace(people.megan);
});

test('a token of another account than the mailbox is refused and explained', async ({ outlook, pane }) => {
  await outlook.open('?bridge=wrongaccount');
  await expect(pane.getByText('You are signed in as nina@fabrikam.com')).toBeVisible();
  await expect(pane.locator('img')).toHaveCount(0);
});

test('a token that is refused is replaced without a prompt, or by a click', async ({ outlook, control, pane }) => {
  await test.step('a claims challenge is met without a prompt', async () => {
    await control.patch({ faults: [{ effect: { kind: 'claims' }, times: 2 }] });
    await outlook.open();
    await outlook.expectFace(people.megan);
    expect(await control.faultsLeft()).toBe(0);
  });
  await test.step('a token that is always refused costs two requests, then a button is shown', async () => {
    await control.patch({ faults: [{ effect: { kind: 'expired' } }] });
    await outlook.select(people.diego.address);
    await expect(pane.getByText('wants you to sign in again')).toBeVisible();
    // Metadata and picture, twice each.
    expect((await control.log()).filter(({ path }) => path.includes('diego'))).toHaveLength(4);
    await control.patch({ faults: [] });
    await button(pane, 'Sign in again').click();
    await outlook.expectFace(people.diego);
  });
});

test('a challenge in hidden headers ends after one retry', async ({ outlook, control, pane }) => {
  await control.patch({ exposeHeaders: false, faults: [{ path: '/me|/users', effect: { kind: 'claims' } }] });
  await outlook.open('?dialect=outlook-v2.0');
  await expect(pane.getByText('wants you to sign in again')).toBeVisible();
  const asked = (await control.log()).filter(({ method, path }) => method === 'GET' && path.endsWith('/photo'));
  expect(asked).toHaveLength(2);
});

import type { BrowserContext, FrameLocator, Locator } from '@playwright/test';
import { expectAccessible, expectNothingCutOff } from './support/accessible';
import { expect, test } from './support/editing';
import { inEachLook } from './support/looks';
import { people } from './support/people';
import { isUpright, jpegOf } from './support/pictures';
import { openSettings } from './support/settings';

// A pane stays open while a new version replaces the folder: the files of its own build are gone.

const newVersion = 'There is a new version of User Photo.';
const notLoaded = 'The picture editor could not be loaded.';

const worker = /\/editor-worker\.[0-9a-f]+\.js$/;

/** From now on the folder has no file of this name, nor a page of the build that is open. */
async function replaceFolder(context: BrowserContext, missing: RegExp): Promise<void> {
  await removeFile(context, missing);
  await context.route(/\/taskpane\.html/, async (route) => {
    // Chromium blocks requests to the local machine from a document that a route has fulfilled.
    if (route.request().isNavigationRequest()) return route.fallback();
    const response = await route.fetch();
    const page = (await response.text()).replace(/data-build="[^"]*"/, 'data-build="another"');
    await route.fulfill({ response, body: page });
  });
}

async function removeFile(context: BrowserContext, missing: RegExp): Promise<void> {
  await context.route(missing, (route) => route.fulfill({ status: 404, body: 'Not found' }));
}

/** The new version is complete: its pages name its own files. */
async function completeFolder(context: BrowserContext): Promise<void> {
  await context.unrouteAll();
}

// The files that are gone.
test.beforeEach(({ reports }) => reports.allow(/^console: .* status of 404 .*\.[0-9a-f]{8}\.js\)$/));

function reload(pane: FrameLocator, name = 'Reload'): Locator {
  return pane.getByRole('button', { name, exact: true });
}

function tab(pane: FrameLocator, name: string): Locator {
  return pane.getByRole('tab', { name });
}

test('a picture chosen in the pane of an old build opens again after one key, and can be saved', async ({
  editing,
  outlook,
  control,
  context,
  page,
  pane,
}) => {
  await editing.consentToWrite();
  await replaceFolder(context, worker);
  await editing.openMyPhoto();
  await editing.choosePicture(await jpegOf(900, 900));
  await editing.expectText(newVersion);
  await expect(pane.getByText('memory')).toHaveCount(0);
  await expect(reload(pane)).toBeFocused();
  await completeFolder(context);
  await page.keyboard.press('Enter');
  await editing.expectPreview();
  await expect(tab(pane, 'My photo')).toHaveAttribute('aria-selected', 'true');
  await test.step('the reload leaves nothing in the storage', async () => {
    const stored = await outlook.paneFrame().evaluate(async () => ({
      state: sessionStorage.getItem('reload'),
      file: await caches.has('reload'),
    }));
    expect(stored).toEqual({ state: null, file: false });
  });
  const held = await editing.save();
  expect(await isUpright(held)).toBe(true);
  expect(held).toEqual(await control.original(people.adele.address));
});

test('a picture stays chosen too where the crop screen is gone', async ({ editing, context }) => {
  await editing.consentToWrite();
  await replaceFolder(context, /\/editor\.[0-9a-f]+\.js$/);
  await editing.openMyPhoto();
  await editing.choosePicture(await jpegOf(900, 900));
  await editing.expectText(newVersion);
  await completeFolder(context);
  await editing.button('Reload').click();
  await editing.expectPreview();
});

test('Details and a screen of an old build give way to the message, and are open after the reload', async ({
  outlook,
  context,
  page,
  pane,
}) => {
  const missingDetails = /\/details\.[0-9a-f]+\.js$/;
  await replaceFolder(context, /\/settings\.[0-9a-f]+\.js$/);
  await removeFile(context, missingDetails);
  const loaded = page.waitForRequest(worker);
  await outlook.open();
  await outlook.expectFace(people.megan);
  await test.step('the worker is loaded after the first face, before a picture is chosen', async () => {
    expect((await (await loaded).response())?.status()).toBe(200);
  });
  await test.step('Details', async () => {
    const details = pane.getByRole('button', { name: 'Details of Megan Bowen' });
    await details.click();
    await expect(pane.getByText(newVersion)).toBeVisible();
    await context.unroute(missingDetails);
    await reload(pane).click();
    await outlook.expectFace(people.megan);
    await details.click();
    await expect(pane.getByText('Sharp up to 648 px')).toBeVisible();
    await pane.getByRole('button', { name: 'Back' }).click();
  });
  await openSettings(pane);
  await expect(pane.getByText(newVersion)).toBeVisible();
  await expect(reload(pane)).toBeFocused();
  await tab(pane, 'Message').click();
  await outlook.expectFace(people.megan);
  await openSettings(pane);
  await expect(reload(pane)).toBeFocused();
  await completeFolder(context);
  await page.keyboard.press('Enter');
  await expect(pane.getByText('Permissions held')).toBeVisible();
  await expect(pane.getByRole('tab', { selected: true })).toHaveCount(0);
  await tab(pane, 'Message').click();
  await outlook.expectFace(people.megan);
});

test('the address that was looked up and the picture for this person are kept', async ({
  editing,
  outlook,
  control,
  context,
  pane,
}) => {
  await control.patch({ consent: { 'alex@contoso.com': ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite.All'] } });
  await replaceFolder(context, worker);
  await outlook.open('?account=alex%40contoso.com');
  await tab(pane, 'Look up').click();
  await pane.getByLabel('Name or address').fill(people.diego.address);
  await pane.getByLabel('Name or address').press('Enter');
  // The name of a person who was looked up is the address.
  await outlook.expectFace({ ...people.diego, name: people.diego.address });
  await editing.choosePicture(await jpegOf(900, 900));
  await editing.expectText(newVersion);
  await completeFolder(context);
  await reload(pane).click();
  await editing.expectPreview();
  await expect(pane.getByLabel('Name or address')).toHaveValue(people.diego.address);
  await editing.button('Save').click();
  await editing.expectText(/^Saved\./);
  expect(await isUpright(await control.original(people.diego.address))).toBe(true);
});

test('the person who was chosen of the suggestions is kept with the name', async ({
  editing,
  outlook,
  control,
  context,
  pane,
}) => {
  await control.patch({ consent: { 'alex@contoso.com': ['User.Read', 'User.ReadBasic.All', 'User.ReadWrite.All'] } });
  await replaceFolder(context, worker);
  await outlook.open('?account=alex%40contoso.com');
  await tab(pane, 'Look up').click();
  await pane.getByLabel('Name or address').fill('bo b');
  await pane.getByRole('option', { name: people.bo.name }).click();
  await outlook.expectFace(people.bo);
  await editing.choosePicture(await jpegOf(900, 900));
  await editing.expectText(newVersion);
  await completeFolder(context);
  await reload(pane).click();
  await editing.expectPreview();
  await expect(pane.getByLabel('Name or address')).toHaveValue(people.bo.name);
  await editing.button('Cancel').click();
  await outlook.expectFace(people.bo);
});

test('where the file cannot be stored, the reload keeps the tab', async ({ editing, context, pane }) => {
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'caches', {
      get: () => {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
  });
  await replaceFolder(context, worker);
  await editing.openMyPhoto();
  await editing.choosePicture(await jpegOf(900, 900));
  await editing.expectText(newVersion);
  await completeFolder(context);
  await reload(pane).click();
  await expect(editing.button('Change photo')).toBeVisible();
  await expect(tab(pane, 'My photo')).toHaveAttribute('aria-selected', 'true');
});

test('German texts that are gone are replaced by the message in English, and are there after the reload', async ({
  outlook,
  context,
  pane,
}) => {
  await replaceFolder(context, /\/texts-de\.[0-9a-f]+\.js$/);
  await outlook.open('?language=de-DE');
  await expect(pane.getByText(newVersion)).toBeVisible();
  await outlook.expectFace(people.megan);
  await completeFolder(context);
  await reload(pane).click();
  await expect(pane.getByRole('tab', { name: 'Nachricht' })).toBeVisible();
});

test('a file that is missing although the build is the same is reported as not loaded, and can be tried again', async ({
  editing,
  context,
  pane,
}) => {
  await removeFile(context, worker);
  await removeFile(context, /\/settings\.[0-9a-f]+\.js$/);
  await editing.openMyPhoto();
  await editing.choosePicture(await jpegOf(900, 900));
  await editing.expectText(notLoaded);
  await openSettings(pane);
  await editing.expectText('This part could not be loaded');
  await expect(reload(pane)).toHaveCount(0);
  await completeFolder(context);
  await editing.button('Try again').click();
  await editing.expectText('Permissions held');
  await tab(pane, 'My photo').click();
  await editing.button('Try again').click();
  await editing.expectPreview();
});

test('axe finds nothing in the message of a new version, in each narrow look', async ({
  editing,
  outlook,
  context,
  page,
  pane,
}) => {
  const dark = { width: 250, theme: 'dark', language: 'en', forcedColors: 'none' } as const;
  await replaceFolder(context, /\/(settings|editor-worker)\.[0-9a-f]+\.js$/);
  await editing.openMyPhoto();
  await editing.choosePicture(await jpegOf(900, 900));
  await editing.expectText(newVersion);
  await inEachLook(
    outlook,
    async (name, { language }) => {
      const isGerman = language === 'de';
      await pane.getByRole('tab').nth(1).click();
      await editing.expectText(isGerman ? 'Es gibt eine neue Version von Benutzerfoto.' : newVersion);
      await expectAccessible(page, name('the picture'));
      await expectNothingCutOff(pane, name('the picture'));
      await openSettings(pane);
      await expect(reload(pane, isGerman ? 'Neu laden' : 'Reload')).toBeFocused();
      await expectAccessible(page, name('the settings'));
      await expectNothingCutOff(pane, name('the settings'));
    },
    [dark, { ...dark, forcedColors: 'active' }, { ...dark, theme: 'light', language: 'de' }],
  );
});

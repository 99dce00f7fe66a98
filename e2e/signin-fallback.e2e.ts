import type { FrameLocator, Page } from '@playwright/test';
import { linesOf } from './support/diagnosis';
import { people } from './support/people';
import { expect, test } from './support/story';

// Outlook's sign-in bridge is there and fails: the Office dialog takes its place.

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const button = (pane: FrameLocator, name: string) => pane.getByRole('button', { name, exact: true });

/** What the pane asks the bridge for from now on, in order. */
async function recordBridge(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const methods: string[] = [];
    Object.assign(window, { bridgeMethods: methods });
    addEventListener('message', ({ data }: MessageEvent<{ bridgeRequest?: string }>) => {
      if (data.bridgeRequest) methods.push((JSON.parse(data.bridgeRequest) as { method: string }).method);
    });
  });
  return () => page.evaluate(() => (window as unknown as { bridgeMethods: string[] }).bridgeMethods);
}

/** The browser blocks windows while `window.blocked` is true in the pane. */
async function blockWindows(page: Page): Promise<{ allow(): Promise<void> }> {
  await page.addInitScript(() => {
    const open = window.open.bind(window);
    Object.assign(window, {
      blocked: true,
      open: (...target: Parameters<typeof open>) =>
        (window as unknown as { blocked: boolean }).blocked ? null : open(...target),
    });
  });
  return {
    async allow() {
      for (const frame of page.frames()) await frame.evaluate(() => Object.assign(window, { blocked: false }));
    },
  };
}

for (const bridge of ['persistent', 'persistentcode'] as const) {
  test(`bridge=${bridge}: one click opens the dialog, and neither it nor the bridge is asked again`, async ({
    outlook,
    page,
    context,
    pane,
  }) => {
    const asked = await recordBridge(page);
    await outlook.open(`?bridge=${bridge}`);
    await expect(pane.getByText('Sign-in did not work')).toBeVisible();
    const silently = await asked();
    expect(silently).not.toContain('GetTokenPopup');
    const opening = context.waitForEvent('page');
    await button(pane, 'Try again').click();
    await (await opening).getByRole('link', { name: 'Adele Vance' }).click();
    await outlook.expectFace(people.megan);
    await outlook.select(people.diego.address);
    await outlook.expectFace(people.diego);
    expect(await asked()).toEqual([...silently, 'GetTokenPopup']);
    expect(context.pages()).toHaveLength(1);
  });
}

test('where the window is blocked the pane says so, the next click opens it at once, and the codes can be copied', async ({
  outlook,
  page,
  context,
  pane,
  reports,
}) => {
  // The notice that Office.js would draw itself, which the page's policy keeps out.
  reports.allow(/TrustedScript/);
  const asked = await recordBridge(page);
  const windows = await blockWindows(page);
  await outlook.open('?bridge=persistentcode');
  await button(pane, 'Try again').click();
  await expect(pane.getByText('The sign-in window was blocked')).toBeVisible();
  await button(pane, 'Copy diagnosis').click();
  await expect(pane.getByText('Copied. Paste it into your message to the help desk.')).toBeVisible();
  await page.locator('body').click();
  const diagnosis = await page.evaluate(() => navigator.clipboard.readText());
  const time = '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z';
  const failure = (codes: string) => expect.stringMatching(new RegExp(`^${codes} ${time}$`)) as unknown;
  expect(linesOf(diagnosis)).toEqual({
    Time: expect.stringMatching(/^\d{4}-/) as unknown,
    'Add-in version': '1.0.0',
    Dialect: 'graph',
    Endpoint: expect.stringMatching(/^https:.*\/v1\.0$/) as unknown,
    Result: 'PromptBlockedError',
    'Permissions held': 'not known',
    'Sign-in through Outlook, without a window': failure('SignInFailedError PERSISTENT_ERROR native_executor_error'),
    'Sign-in through Outlook, with a window': failure('SignInFailedError PERSISTENT_ERROR native_executor_error'),
    'Sign-in in the add-in’s own window': failure('PromptBlockedError 12011'),
  });
  expect(diagnosis).not.toMatch(/eyJ|@/);
  const before = await asked();
  await windows.allow();
  const opening = context.waitForEvent('page');
  await button(pane, 'Try again').click();
  await (await opening).getByRole('link', { name: 'Adele Vance' }).click();
  await outlook.expectFace(people.megan);
  expect(await asked()).toEqual(before);
});

test('a failed sign-in stands in the diagnosis of a person too, in German as well', async ({ outlook, page, pane }) => {
  await outlook.open('?bridge=persistent&language=de-DE');
  await expect(button(pane, 'Diagnose kopieren')).toBeVisible();
  await button(pane, 'Details zu Megan Bowen').click();
  await expect(button(pane, 'Zurück')).toBeVisible();
  await button(pane, 'Diagnose kopieren').click();
  await expect(pane.getByText('Kopiert.').filter({ visible: true })).toBeVisible();
  await page.locator('body').click();
  const lines = linesOf(await page.evaluate(() => navigator.clipboard.readText()));
  expect(lines['Anmeldung über Outlook, ohne Fenster']).toMatch(/^SignInFailedError PERSISTENT_ERROR \d/);
});

test('a cancelled prompt of the bridge opens no other window', async ({ outlook, control, page, context, pane }) => {
  await control.patch({ consent: { [people.adele.address]: ['User.Read'] } });
  await outlook.open('?bridge=cancels');
  await button(pane, 'Sign in').click();
  await expect(pane.getByText('You have not signed in')).toBeVisible();
  await expect(button(pane, 'Copy diagnosis')).toHaveCount(0);
  expect(context.pages()).toEqual([page]);
});

test('a bridge that never returns a token is reported with a retry, which goes to the dialog at once', async ({
  outlook,
  page,
  context,
  pane,
}) => {
  const asked = await recordBridge(page);
  await outlook.open('?bridge=silenttoken');
  // The pane waits fifteen seconds for a token.
  await expect(pane.getByText('Outlook did not answer the sign-in')).toBeVisible({ timeout: 25_000 });
  const before = await asked();
  const opening = context.waitForEvent('page');
  await button(pane, 'Try again').click();
  await (await opening).getByRole('link', { name: 'Adele Vance' }).click();
  expect(await asked()).toEqual(before);
  await outlook.expectFace(people.megan);
});

import type { BrowserContext, Page } from '@playwright/test';
import type { Places } from '../sandbox/host/window';
import { expect, test } from './support/story';

// The sign-in page in the hands of another origin.

const foreign = 'https://foreign.example/';

/** The address of the sign-in page as a pane opens it, with Office's parameters and the pane's request. */
function addressOfDialog({ pane }: Places): string {
  const office = '_host_Info=outlook$web$16.01$en-us$sandbox$isDialog$disableLogging$0';
  return new URL(`signin.html?${office}#${encodeURIComponent('{"scopes":["User.ReadBasic.All"]}')}`, pane).href;
}

/** A page of another origin that frames the address, opens it on a click, and keeps every message that it gets. */
async function openForeignPage(page: Page, address: string): Promise<() => Promise<unknown>> {
  const body = `<button onclick="open('${address}', 'dialog', 'width=400,height=600')">Open</button>
    <iframe src="${address}"></iframe>
    <script>messages = []; addEventListener('message', ({ data }) => messages.push(data));</script>`;
  await page.route(foreign, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(foreign);
  return () => page.evaluate('messages');
}

/** Signs in, in the window that the page opens, and goes on until it has given up. */
async function signIn(context: BrowserContext, page: Page): Promise<Page> {
  const opening = context.waitForEvent('page');
  await page.getByRole('button').click();
  const opened = await opening;
  await opened.clock.install();
  const answered = context.waitForEvent('response', (response) => response.url().includes('/oauth2/v2.0/token'));
  await opened.getByRole('link', { name: 'Adele Vance' }).click();
  await answered;
  await expect(async () => {
    // The page waits ten seconds for Outlook.
    await opened.clock.fastForward(10_000);
    await expect(opened.getByText('Outlook does not answer')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return opened;
}

test('a page of another origin can neither frame the sign-in page nor get a message of it', async ({
  context,
  page,
  places,
  reports,
}) => {
  // Office.js itself, which finds no Outlook in the opener: its own state, or the address of its pane, is missing.
  reports.allow(/^Cannot read properties of (null \(reading '_appName'|undefined \(reading 'protocol')\)$/);
  const received = await openForeignPage(page, addressOfDialog(places));
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  const opened = await signIn(context, page);
  // Comes after everything that the page has sent.
  await opened.evaluate(() => (window.opener as Window).postMessage('the last message', '*'));
  await expect.poll(received).toContain('the last message');
  expect(await received()).toEqual(['the last message']);
});

import type { Page } from '@playwright/test';
import type { Outlook } from './support/outlook';
import { expect, test } from './support/story';

// The sign-in page in the hands of another origin.

const foreign = 'https://foreign.example/';

/** The address of the sign-in page as the pane opens it, with Office's and the pane's own parameters. */
async function addressOfDialog(outlook: Outlook): Promise<string> {
  const { context, pane } = outlook;
  await outlook.open('?bridge=persistent');
  const requested = context.waitForEvent('request', (request) => request.url().includes('/signin.html?'));
  const opening = context.waitForEvent('page');
  await pane.getByRole('button', { name: 'Try again', exact: true }).click();
  const address = (await requested).url();
  await (await opening).close();
  return address;
}

/** A page of another origin that opens or frames an address on a click, and keeps every message that it gets. */
async function openForeignPage(page: Page, address: string): Promise<{ readonly received: () => Promise<string> }> {
  const body = ['window', 'frame'].map((name) => `<button>${name}</button>`).join('');
  await page.route(foreign, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(foreign);
  await page.evaluate((url) => {
    const messages: unknown[] = [];
    Object.assign(window, { messages });
    addEventListener('message', ({ data }) => messages.push(data));
    const [opener, framer] = document.querySelectorAll('button');
    opener?.addEventListener('click', () => open(url, 'dialog', 'width=400,height=600'));
    framer?.addEventListener('click', () => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
    });
  }, address);
  return {
    received: () => page.evaluate(() => JSON.stringify((window as unknown as { messages: unknown[] }).messages)),
  };
}

test('a page of another origin that opens or frames the sign-in page gets neither a token nor a code', async ({
  outlook,
  context,
  reports,
}) => {
  reports.allow(/frame-ancestors/);
  const address = await addressOfDialog(outlook);
  const { page } = outlook;
  const { received } = await openForeignPage(page, address);
  const opening = context.waitForEvent('page');
  await page.getByRole('button', { name: 'window' }).click();
  const opened = await opening;
  await opened.getByRole('link', { name: 'Adele Vance' }).click();
  await expect(opened.getByText('You can close this window')).toBeVisible();
  // Comes after everything that the page has sent.
  await opened.evaluate(() => (window.opener as Window).postMessage('the last message', '*'));
  await expect.poll(received).toContain('the last message');
  expect(await received()).toBe('["the last message"]');
  await page.getByRole('button', { name: 'frame' }).click();
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  expect(await received()).toBe('["the last message"]');
});

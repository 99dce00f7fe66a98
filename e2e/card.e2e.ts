import type { Page } from '@playwright/test';
import { people } from './support/people';
import { expect, test } from './support/story';

const { diego, isaiah, megan } = people;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('the whole card opens the details, by mouse and keyboard, and a click on the address copies it', async ({
  outlook,
  pane,
  page,
}) => {
  await outlook.open();
  await outlook.expectFace(megan);
  const card = pane.getByRole('region', { name: megan.name });
  await expect(card).toMatchAriaSnapshot(`
    - region "Megan Bowen":
      - button "Details of Megan Bowen"
      - heading "Megan Bowen" [level=2]
      - button "Copy megan@contoso.com"
      - status
      - status
  `);
  // The corner, far from the arrow.
  await card.click({ position: { x: 6, y: 6 } });
  await expect(pane.getByRole('button', { name: 'Back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await pane.getByRole('button', { name: `Details of ${megan.name}` }).focus();
  await page.keyboard.press('Tab');
  await expect(pane.getByRole('button', { name: `Copy ${megan.address}` })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card.getByText('Copied.')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(card.getByText('Copied.')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(pane.getByRole('button', { name: 'Back' })).toBeVisible();
  await page.locator('body').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(megan.address);
});

test('the place of the face is drawn before the script has come, and the face takes it', async ({
  outlook,
  pane,
  page,
}) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/taskpane\.[\da-f]+\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await outlook.open();
  const place = pane.locator('.card > .face');
  const boxOf = (): Promise<unknown> => place.evaluate((face) => face.getBoundingClientRect().toJSON() as unknown);
  const before = await boxOf();
  expect(before).toMatchObject({ width: 96, height: 96 });
  await expect(place).toHaveCSS('background-color', 'rgb(235, 235, 235)');
  await expect(pane.locator('main')).toMatchAriaSnapshot('- main');
  release();
  await outlook.expectFace(megan);
  expect(await boxOf()).toEqual(before);
});

/** Records how far parts of the pane move by themselves. @returns reads the sum (Layout Instability API). */
async function recordShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    const frame = page.frames().find((one) => one.url().includes('taskpane.html'));
    return frame ? frame.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum) : NaN;
  };
}

test('nothing moves from the opening to the last face, nor where the photo is missing', async ({
  outlook,
  control,
  pane,
  page,
}) => {
  await control.patch({ latency: 100 });
  const shifts = await recordShifts(page);
  await outlook.open('?crowd=on');
  await outlook.expectFace(megan);
  await expect(pane.getByRole('tab').first()).toBeVisible();
  expect(await shifts()).toBe(0);
  await outlook.select(diego.address);
  await outlook.expectFace(diego);
  await outlook.select(isaiah.address);
  await expect(pane.getByText('No photo was set.')).toBeVisible();
  await outlook.select('everybody');
  await expect(pane.locator('img').nth(12)).toBeVisible();
  expect(await shifts()).toBe(0);
});

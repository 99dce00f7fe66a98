import type { FrameLocator } from '@playwright/test';
import sharp from 'sharp';
import { people } from './support/people';
import { expect, test } from './support/story';

const retry = (pane: FrameLocator) => pane.getByRole('button', { name: 'Try again' });
const expectText = (pane: FrameLocator, text: string): Promise<void> =>
  expect(pane.getByText(text).filter({ visible: true })).toBeVisible();

test('half a picture, and one of absurd width, are not drawn, and the pane says why', async ({
  outlook,
  control,
  pane,
}) => {
  const photo = await control.original(people.megan.address);
  const wide = await sharp({ create: { width: 4_200, height: 60, channels: 3, background: '#123' } })
    .jpeg()
    .toBuffer();
  for (const picture of [photo.subarray(0, photo.length / 2), wide]) {
    const effect = { kind: 'status', status: 200, headers: { 'content-type': 'image/jpeg' } };
    await control.patch({ faults: [{ path: 'value$', effect: { ...effect, body: picture.toString('base64') } }] });
    await outlook.open();
    await expectText(pane, 'The photo came damaged');
    await expect(pane.locator('main img')).toHaveCount(0);
  }
  await control.patch({ faults: [] });
  await retry(pane).click();
  await outlook.expectFace(people.megan);
});

test('an answer of gigabytes, as it is or compressed, is cancelled and explained', async ({
  outlook,
  control,
  pane,
}) => {
  for (const isFolded of [false, true]) {
    await control.patch({ faults: [{ path: 'batch', effect: { kind: 'flood', megabytes: 5_000, isFolded } }] });
    await outlook.open();
    await expectText(pane, 'sent something that is not a photo');
  }
  await control.patch({ faults: [] });
  await retry(pane).click();
  await outlook.expectFace(people.megan);
});

for (const [kind, name] of [
  ['words', 'Megan Bowen '.repeat(900)],
  ['one word', 'x'.repeat(10_000)],
] as const) {
  test(`a name of ten thousand letters in ${kind} is cut on the screen, and whole in its tooltip`, async ({
    outlook,
    page,
    pane,
  }) => {
    await page.route('**/sandbox/people', async (route) => {
      const all = (await (await route.fetch()).json()) as { address: string; name: string }[];
      await route.fulfill({
        json: all.map((one) => (one.address === people.megan.address ? { ...one, name } : one)),
      });
    });
    await outlook.open();
    await expect(outlook.pane.locator('main img').first()).toBeVisible();
    const heading = pane.locator('.card h2');
    expect((await heading.boundingBox())?.height).toBeLessThan(120);
    const card = pane.locator('.card-open');
    await expect(card).toHaveAttribute('title', name);
    await card.click();
    await expect(pane.getByRole('button', { name: 'Read again' })).toBeVisible();
    const named = pane.locator('[data-name]').filter({ visible: true }).first();
    expect((await named.boundingBox())?.height).toBeLessThan(120);
    await expect(named).toHaveAttribute('title', name);
  });
}
